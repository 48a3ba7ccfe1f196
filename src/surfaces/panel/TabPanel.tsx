import { useRef } from 'preact/hooks';
import { CoverageStrip } from '../../ui/CoverageStrip';
import { ReturnBar } from '../../ui/ReturnBar';
import { StateMessage, Unreachable } from '../../ui/StateMessage';
import { UnreadCode } from '../../ui/UnreadCode';
import { Exploring } from './Exploring';
import { Following } from './Following';
import { PanelHeader } from './PanelHeader';
import { isFollowing } from './panel-state';
import type { AppProps } from './ports';
import { type Navigation, useNavigation } from './use-navigation';
import { type Memory, type Panel, usePanel } from './use-panel';

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
  const panel = usePanel(ports, tabId, memory);
  const { answer: report, failed, reload, state, dispatch } = panel;
  const main = useRef<HTMLElement | null>(null);
  const navigation = useNavigation(state, dispatch, cards, main);
  const { open, openCard, resume } = navigation;
  const nameOf = (id: string) => cards.find((card) => card.id === id)?.name ?? '';
  const hasCards = report?.state === 'read' && report.total > 0;
  return (
    <div class="panel">
      <PanelHeader
        report={report}
        isFollowing={isFollowing(state)}
        canFollow={hasCards || open !== undefined}
        onFollow={(wanted) => (wanted ? resume() : dispatch({ type: 'paused' }))}
        onAtlas={() => void ports.openAtlas(tabId).catch(reload)}
        onOptions={() => void ports.openOptions()}
      />
      <main ref={main} tabIndex={-1}>
        <Content panel={panel} navigation={navigation} ports={ports} cards={cards} />
      </main>
      {!failed && !open && report?.hasUnreadCode && (
        <UnreadCode onRead={() => void ports.readCode().catch(reload)} />
      )}
      <ReturnBar visit={state.visit} nameOf={nameOf} onReturn={panel.returnToReading} />
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

interface ContentProps extends Pick<AppProps, 'ports' | 'cards'> {
  panel: Panel;
  navigation: Navigation;
}

function Content({ panel, navigation, ports, cards }: ContentProps) {
  const { answer: report, failed, reload, state, showMention } = panel;
  const { open, openCard, goBack, revisit, resume } = navigation;
  if (open)
    return (
      <Exploring
        state={state}
        card={open}
        cards={cards}
        report={report}
        onBack={goBack}
        onRevisit={revisit}
        onResume={resume}
        onOpen={openCard}
        onShow={showMention}
      />
    );
  if (failed) return <Unreachable onRetry={() => void reload()} />;
  // The first answer takes a few milliseconds, in which a message would flash.
  if (!report) return null;
  if (report.state !== 'read' || report.total === 0)
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
}
