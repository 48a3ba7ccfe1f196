import { contentRuntime, isConnected } from '../../platform/content-runtime';
import { type Interest, isInterest, READING_PORT, type View } from '../../protocol/reading-port';
import { atRest } from './at-rest';
import { BlocksInView } from './blocks-in-view';
import { READING_KEY, type Reading, readingScope } from './reading';
import { sectionInView } from './section';
import { countCards, figuresBeside } from './view';

/** Tells a panel what is on this frame's screen, until the panel closes the port, the document goes or the session ends. */
function follow({ mentions, followers, signal }: Reading): void {
  const port = contentRuntime().connect({ name: READING_PORT });
  const controller = new AbortController();
  const both = AbortSignal.any([signal, controller.signal]);
  let interest: Interest = { figures: [] };
  let figuresOnPage: View['figuresOnPage'] = [];
  let isStale = true;
  let told = '';

  const tell = () => {
    if (!isConnected()) {
      controller.abort();
      return;
    }
    const all = mentions.inOrder();
    if (isStale) {
      isStale = false;
      blocks.watch(all);
      figuresOnPage = all[0] ? mentions.figuresFor(all[0], interest.figures) : [];
    }
    const shown = all.filter((mention) => blocks.holds(mention));
    const view: View = {
      cards: countCards(shown),
      figures: figuresBeside(shown, mentions, interest),
      figuresOnPage,
      section: sectionInView(),
    };
    const text = JSON.stringify(view);
    if (text === told) return;
    told = text;
    port.postMessage(view);
  };
  const move = atRest(tell, both);
  const renew = () => {
    isStale = true;
    move();
  };
  const blocks = new BlocksInView(move, both);

  port.onMessage.addListener((message: unknown) => {
    if (!isInterest(message)) return;
    interest = message;
    renew();
  });
  port.onDisconnect.addListener(() => controller.abort());
  both.addEventListener('abort', () => {
    followers.delete(renew);
    port.disconnect();
  });
  const options = { capture: true, passive: true, signal: both };
  window.addEventListener('scroll', move, options);
  window.addEventListener('resize', move, options);
  // A page that is kept for the browser's history is not being read; when it comes back, the panel asks again.
  window.addEventListener('pagehide', () => controller.abort(), options);
  followers.add(renew);
}

const reading = readingScope[READING_KEY];
if (reading) follow(reading);
