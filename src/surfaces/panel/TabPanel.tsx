import { useRef } from 'preact/hooks';
import { t } from '../../platform/text';
import { siteLabel } from '../../settings/site-label';
import { ReturnBar } from '../../ui/ReturnBar';
import { StateMessage, Unreachable } from '../../ui/StateMessage';
import { UnreadCode } from '../../ui/UnreadCode';
import { Exploring } from './Exploring';
import { Following } from './Following';
import { Foot } from './Foot';
import { PausedBar } from './PausedBar';
import { isFollowing } from './panel-state';
import type { AppProps } from './ports';
import type { PanelRows } from './rows';
import { Track } from './Track';
import { Trail } from './Trail';
import { type Navigation, useNavigation } from './use-navigation';
import { type Memory, type Panel, usePanel } from './use-panel';
import { useRows } from './use-rows';

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
  const rows = useRows(state.shown, report, cards);
  const navigation = useNavigation(state, dispatch, cards, main, rows?.lead?.card.id);
  const { open, openCard, resume } = navigation;
  const waysOut = {
    onAtlas: () => void ports.openAtlas(tabId).catch(reload),
    onOptions: () => void ports.openOptions(),
  };
  return (
    <div class="panel">
      {open ? (
        <Trail
          cards={state.trail.flatMap((id) => cards.find((each) => each.id === id) ?? [])}
          onBack={navigation.goBack}
          onRevisit={navigation.revisit}
          onResume={resume}
          {...waysOut}
        />
      ) : (
        <Track
          section={state.shown?.section ?? null}
          site={report?.site ? siteLabel(report.site) : null}
          isFollowing={isFollowing(state)}
          canFollow={rows !== undefined}
          onFollow={(wanted) => (wanted ? resume() : dispatch({ type: 'paused' }))}
          {...waysOut}
        />
      )}
      <main ref={main} tabIndex={-1}>
        <h1 class="hidden">{t('extension_name')}</h1>
        <Content {...{ panel, rows, navigation, ports, tabId, cards }} />
      </main>
      {!failed && !open && report?.hasUnreadCode && (
        <UnreadCode onRead={() => void ports.readCode().catch(reload)} />
      )}
      <ReturnBar visit={state.visit} cards={cards} onReturn={panel.returnToReading} />
      {rows && report && (
        <Foot
          view={state.shown}
          cards={cards}
          front={open ?? rows.lead?.card}
          parts={argument?.parts ?? []}
          onPage={report.cards.map(({ card }) => card)}
          onOpen={openCard}
        />
      )}
    </div>
  );
}

interface ContentProps extends Pick<TabPanelProps, 'ports' | 'tabId' | 'cards'> {
  panel: Panel;
  rows: PanelRows | undefined;
  navigation: Navigation;
}

function Content({ panel, rows, navigation, ports, tabId, cards }: ContentProps) {
  const { answer: report, failed, reload, state, showMention } = panel;
  const { open, openCard, resume } = navigation;
  if (open)
    return (
      <Exploring
        state={state}
        card={open}
        cards={cards}
        report={report}
        onResume={resume}
        onOpen={openCard}
        onShow={showMention}
      />
    );
  if (failed) return <Unreachable onRetry={() => void reload()} />;
  // The first answer takes a few milliseconds, in which a message would flash.
  if (!report) return null;
  if (!rows)
    return (
      <StateMessage
        report={report}
        total={cards.length}
        onSwitchOn={(site) => void ports.setSite(site, true).then(reload, reload)}
        onResume={() => void ports.resume(tabId).then(reload, reload)}
        onAllow={(origins) => ports.requestAccess(origins).finally(() => void reload())}
      />
    );
  return (
    <>
      {state.isPaused && <PausedBar onResume={resume} />}
      <Following
        rows={rows}
        isInView={state.shown !== null}
        visit={state.visit}
        onOpen={openCard}
        onFollowLink={openCard}
        onShow={showMention}
      />
    </>
  );
}
