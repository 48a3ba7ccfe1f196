import { CARD_KEY, type CreateCards } from '../page/card-script';
import { CardOverlay } from './CardOverlay';
import { Cards } from './cards';
import { handleKey, openOrClose } from './keys';
import { MentionNavigator } from './navigation/mention-navigator';
import { ReachableMentions } from './navigation/reachable-mentions';
import { withoutOccluded } from './occlusion';

// The script that comes with a frame's first card.
// - The mark script sends what pointer and keys do; what concerns text that something hides is left out.
// - `Cards` runs the state machine, fetches cards, and hands scenes to the overlay, which draws them over the page.
// - The popup and the keyboard go from mention to mention (`step`, `show`, `goBack`): the navigator scrolls to them.

const createCards: CreateCards = (ports, signal) => {
  const reachable = new ReachableMentions();
  const cards = new Cards(ports, reachable, (events) => new CardOverlay(events, signal), signal);
  const navigator = new MentionNavigator(ports.mentions, cards, reachable);
  return {
    get shown() {
      return { ...cards.shown, flashed: navigator.flashed };
    },
    send(event) {
      const visible = withoutOccluded(event, ports.mentions, cards.shown.open);
      if (visible) cards.send(visible);
    },
    handleKey: (event, isEditing) => handleKey(cards, event, isEditing),
    handleEvent: (event) => cards.handleEvent(event),
    containsPoint: (x, y) => cards.containsPoint(x, y),
    isTarget: (event) => cards.isTarget(event),
    refresh: () => cards.refresh(),
    open: () => ({ isDone: openOrClose(cards) }),
    step: (request) => navigator.step(request),
    show: (request) => navigator.show(request),
    goBack: () => navigator.goBack(),
  };
};

(globalThis as { [CARD_KEY]?: CreateCards })[CARD_KEY] = createCards;
