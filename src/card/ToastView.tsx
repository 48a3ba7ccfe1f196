import { useEffect, useState } from 'preact/hooks';
import { t, uiDirection, uiLanguage } from '../platform/text';
import { ActionIcon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import type { OverlayEvents, Toast } from './overlay';

/** How long it stays while nobody points at it or is in it, in milliseconds. */
const SHOWN_MS = 8_000;

/** What a correction has changed, with a way to undo it. The live region has announced it. */
export function ToastView({ toast, events }: { toast: Toast; events: OverlayEvents }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(events.onToastOver, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, events]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  const { x, y } = toast.at;
  return (
    <fieldset
      class="toast"
      data-tone={toast.tone}
      aria-label={toast.words}
      lang={uiLanguage()}
      dir={uiDirection()}
      style={{ translate: `${Math.round(x)}px ${Math.round(y)}px` }}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocusIn={hold}
      onFocusOut={release}
    >
      <ActionIcon name="known" />
      <span>{toast.words}</span>
      <button type="button" class="undo" onClick={events.onUndo}>
        {t('correct_undo')}
      </button>
      <IconButton icon="close" label={t('card_close')} onPress={events.onToastOver} />
    </fieldset>
  );
}
