/** Saves plain JSON as a file, through the browser's own way of downloading; nothing leaves the machine. */
export function saveJson(name: string, content: object): void {
  const blob = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has begun by then; the text need not be kept as long as the page.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
