/**
 * Calls back after the next frame has been painted; in a hidden tab, which paints none, in the next task.
 * @returns a function that cancels it
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
