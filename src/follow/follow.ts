import { figuresFor } from '../page/figures';
import type { Reading } from '../page/reading';
import type { ContentPort } from '../platform/content-runtime';
import { type FollowRequest, isFollowRequest, type View } from '../protocol/reading-port';
import { atRest } from './at-rest';
import { BlocksInView } from './blocks-in-view';
import { sectionInView } from './section';
import { countCards, figuresBeside } from './view';

/**
 * Tells a panel what is on this frame's screen, whenever that is something else.
 * @param port the way to the panel; following ends when it closes
 * @param signal ends it too
 */
export function follow({ mentions, followers }: Reading, port: ContentPort, signal: AbortSignal): void {
  const closed = new AbortController();
  const both = AbortSignal.any([signal, closed.signal]);
  let interest: FollowRequest = { figures: [] };
  let figuresOnPage: View['figuresOnPage'] = [];
  let isStale = true;
  let told = '';

  const tell = () => {
    const all = mentions.inOrder();
    if (isStale) {
      isStale = false;
      blocks.watch(all);
      figuresOnPage = all[0] ? figuresFor(mentions, all[0], interest.figures) : [];
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
    if (!isFollowRequest(message)) return;
    interest = message;
    renew();
  });
  port.onDisconnect.addListener(() => closed.abort());
  both.addEventListener('abort', () => {
    followers.delete(renew);
    port.disconnect();
  });
  const options = { capture: true, passive: true, signal: both };
  window.addEventListener('scroll', move, options);
  window.addEventListener('resize', move, options);
  followers.add(renew);
}
