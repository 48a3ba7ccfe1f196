/** Saves plain JSON as a file, with a download link to a blob. */
export function saveJson(name: string, content: object): void {
  const blob = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has started by then; without this, the blob would live as long as the page.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
