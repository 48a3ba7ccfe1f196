import { figuresFor } from '../page/figures';
import type { SessionHandle } from '../page/session-handle';
import type { ContentPort } from '../platform/content-runtime';
import { type FollowRequest, isFollowRequest, type View } from '../protocol/reading-port';
import { BlocksInView } from './blocks-in-view';
import { debounce } from './debounce';
import { sectionInView } from './section';
import { countCards, figuresBeside } from './view';

/**
 * Sends a panel what is on this frame's screen, whenever that has changed.
 * @param port to the panel; following ends when it disconnects
 * @param signal ends it too
 */
export function follow({ mentions, followers }: SessionHandle, port: ContentPort, signal: AbortSignal): void {
  const closed = new AbortController();
  const both = AbortSignal.any([signal, closed.signal]);
  let interest: FollowRequest = { figures: [] };
  let figuresOnPage: View['figuresOnPage'] = [];
  let isStale = true;
  let sent = '';

  const sendView = () => {
    const all = mentions.inOrder();
    if (isStale) {
      isStale = false;
      blocks.watch(all);
      figuresOnPage = all[0] ? figuresFor(mentions, all[0], interest.figures) : [];
    }
    const shown = all.filter((mention) => blocks.isInView(mention));
    const view: View = {
      cards: countCards(shown),
      figures: figuresBeside(shown, mentions, interest),
      figuresOnPage,
      section: sectionInView(),
    };
    const text = JSON.stringify(view);
    if (text === sent) return;
    sent = text;
    port.postMessage(view);
  };
  const scheduleView = debounce(sendView, both);
  const refresh = () => {
    isStale = true;
    scheduleView();
  };
  const blocks = new BlocksInView(scheduleView, both);

  port.onMessage.addListener((message: unknown) => {
    if (!isFollowRequest(message)) return;
    interest = message;
    refresh();
  });
  port.onDisconnect.addListener(() => closed.abort());
  both.addEventListener('abort', () => {
    followers.delete(refresh);
    port.disconnect();
  });
  const options = { capture: true, passive: true, signal: both };
  window.addEventListener('scroll', scheduleView, options);
  window.addEventListener('resize', scheduleView, options);
  followers.add(refresh);
}
