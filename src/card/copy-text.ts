import { activeElementOf, copySelection, createHtmlElement } from '../platform/dom';
/**
 * Copies text to the clipboard. Must be called while a click or a key press is handled (transient activation).
 * @param root gets a field for a moment on pages without the Clipboard API (insecure contexts)
 * @returns whether it was copied
 */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  // Undefined in such pages, whatever its type says.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (!clipboard) return copySelected(text, root);
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    // A frame may lack the permission, and still copy what is selected.
    return copySelected(text, root);
  }
}

function copySelected(text: string, root: ShadowRoot): boolean {
  const selection = window.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) =>
    selection?.getRangeAt(index),
  );
  const focused = activeElementOf(root);
  const field = createHtmlElement('textarea') as HTMLTextAreaElement;
  field.className = 'visually-hidden';
  field.value = text;
  root.append(field);
  field.select();
  const isCopied = copySelection();
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  selection?.removeAllRanges();
  for (const range of ranges) if (range) selection?.addRange(range);
  return isCopied;
}
