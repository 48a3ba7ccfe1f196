/**
 * Calls back when the next frame has been painted; at once in a tab that is not seen, which paints none.
 * @returns how to call it off
 */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(work);
  };
  const frame = document.hidden ? 0 : requestAnimationFrame(wait);
  if (document.hidden) wait();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
