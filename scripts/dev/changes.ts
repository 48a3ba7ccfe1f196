import { watch } from 'node:fs/promises';
import { join } from 'node:path';

/** An editor that saves, or a branch that is checked out, changes several files in a row. */
const QUIET_MS = 100;

/** What is watched, by names in the project's folder. */
interface Watched {
  /** With all that is in them. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/**
 * Watches for changed files.
 * @param root the project's folder
 * @param onChange called with the changed paths when no more came for a moment; the next call waits for its end
 * @param signal ends the watching
 * @throws what `onChange` throws
 */
export async function watchFiles(
  root: string,
  { folders, files }: Watched,
  onChange: (paths: readonly string[]) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const changed = new Set<string>();
  let wake = () => {};
  signal.addEventListener('abort', () => wake(), { once: true });
  const collectFrom = async (folder: string, recursive: boolean, isWatched: (name: string) => boolean) => {
    for await (const { filename } of watch(join(root, folder), { recursive, signal })) {
      if (filename === null || !isWatched(filename)) continue;
      changed.add(join(folder, filename));
      wake();
    }
  };
  // A watch on a file ends when an editor replaces the file.
  const collecting = Promise.all([
    collectFrom('.', false, (name) => files.includes(name)),
    ...folders.map((folder) => collectFrom(folder, true, () => true)),
  ]).catch((error) => {
    if (!signal.aborted) throw error;
  });
  const answering = async () => {
    while (!signal.aborted) {
      if (changed.size === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      const paths = [...changed];
      changed.clear();
      if (!signal.aborted) await onChange(paths);
    }
  };
  await Promise.all([collecting, answering()]);
}
