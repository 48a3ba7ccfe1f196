import { zipSync } from 'fflate';

/** Files by their path in the archive, with slashes. */
export type Files = Readonly<Record<string, Uint8Array>>;

/**
 * Packs files so that the same files give the same bytes, wherever and whenever: names are sorted, times are fixed, and
 * nothing is said of the system or of permissions.
 */
export function zipBytes(files: Files): Uint8Array {
  const entries = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  // An archive tells the local clock's time and names no zone: this is the same time on every clock.
  const mtime = new Date(1980, 0, 1, 12);
  return zipSync(Object.fromEntries(entries), { mtime, level: 9, os: 0, attrs: 0 });
}
