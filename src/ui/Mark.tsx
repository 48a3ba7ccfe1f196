/**
 * Sidelight's mark, as in `icons/icon.svg`, beside its name.
 * @returns an `svg` that assistive technology passes over
 */
export function Mark() {
  return <svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false"></svg>;
}
