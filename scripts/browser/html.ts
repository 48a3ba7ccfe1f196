/** Wraps a body in a page with a title. */
export function htmlPage(body: string, title = 'A page of our own'): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}
