import { useCallback, useRef } from 'preact/hooks';
import { CoverageStrip } from '../../ui/CoverageStrip';
import { ReturnBar } from '../../ui/ReturnBar';
import { StateMessage, Unreachable } from '../../ui/StateMessage';
import { UnreadCode } from '../../ui/UnreadCode';
import { useAnswer } from '../../ui/use-answer';
import { Exploring } from './Exploring';
import { Following } from './Following';
import { PanelHeader } from './PanelHeader';
import { isFollowing } from './panel-state';
import type { AppProps } from './ports';
import { type FocusTarget, useFocus } from './use-focus';
import { useGestures } from './use-gestures';
import { type Memory, usePanel } from './use-panel';

export interface TabPanelProps extends AppProps {
  tabId: number;
  memory: Memory;
}

/**
 * The panel beside one tab.
 * @param props the tab, the panel's ports and the pack
 * @returns the whole panel
 */
export function TabPanel({ ports, tabId, cards, argument, memory }: TabPanelProps) {
  const {
    answer: report,
    failed,
    reload,
  } = useAnswer(
    useCallback(() => ports.report(tabId), [ports, tabId]),
    useCallback((listener: () => void) => ports.onReportChanged(tabId, listener), [ports, tabId]),
  );
  const { state, send, showMention, goBackInPage } = usePanel(ports, tabId, memory, report, reload);
  const main = useRef<HTMLElement | null>(null);
  const focusNext = useFocus(main);

  const open = cards.find(({ id }) => id === state.trail.at(-1));
  const nameOf = (id: string) => cards.find((card) => card.id === id)?.name ?? '';
  const hasCards = report?.state === 'read' && report.total > 0;
  const step = (target: FocusTarget, event: Parameters<typeof send>[0]) => {
    focusNext(target);
    send(event);
  };
  const openCard = (id: string) => {
    if (cards.some((card) => card.id === id)) step({ to: 'name' }, { type: 'opened', card: id });
  };
  const goBack = () => {
    const closed = state.trail.at(-1) ?? '';
    step(state.trail.length > 1 ? { to: 'name' } : { to: 'row', card: closed }, { type: 'wentBack' });
  };
  const resume = () => step({ to: 'main' }, { type: 'resumed' });

  useGestures(
    (isHeld) => send({ type: 'held', isHeld }),
    () => {
      if (open) goBack();
      return open !== undefined;
    },
  );

  const content = () => {
    if (open)
      return (
        <Exploring
          state={state}
          card={open}
          cards={cards}
          report={report}
          onBack={goBack}
          onRevisit={(place) => step({ to: 'name' }, { type: 'revisited', place })}
          onResume={resume}
          onOpen={openCard}
          onShow={showMention}
        />
      );
    if (failed) return <Unreachable onRetry={() => void reload()} />;
    // The first answer takes a few milliseconds: an empty moment is calmer than a flash of words.
    if (!report) return null;
    if (!hasCards)
      return (
        <StateMessage
          report={report}
          total={cards.length}
          onSwitchOn={(site) => void ports.setSite(site, true).then(reload, reload)}
          onAllow={(origins) => ports.requestAccess(origins).finally(() => void reload())}
        />
      );
    return (
      <Following
        state={state}
        report={report}
        cards={cards}
        onOpen={openCard}
        onNextMention={(card) => showMention(card, 1)}
        onResume={resume}
      />
    );
  };

  return (
    <div class="panel">
      <PanelHeader
        report={report}
        isFollowing={isFollowing(state)}
        canFollow={hasCards || open !== undefined}
        onFollow={(wanted) => (wanted ? resume() : send({ type: 'paused' }))}
        onAtlas={() => void ports.openAtlas(tabId).catch(reload)}
        onOptions={() => void ports.openOptions()}
      />
      <main ref={main} tabIndex={-1}>
        {content()}
      </main>
      {!failed && !open && report?.hasUnreadCode && (
        <UnreadCode onRead={() => void ports.readCode().catch(reload)} />
      )}
      <ReturnBar visit={state.visit} nameOf={nameOf} onReturn={goBackInPage} />
      {argument && hasCards && (
        <CoverageStrip
          parts={argument.parts}
          onPage={report.cards.map(({ card }) => card)}
          language={cards[0]?.language ?? ''}
          nameOf={nameOf}
          onOpen={openCard}
        />
      )}
    </div>
  );
}
