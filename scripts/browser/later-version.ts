import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Versions of one extension, each in a folder of its own, as an update brings them. */
export class LaterVersions {
  readonly #from: string;
  readonly #folders: string[] = [];

  /** @param from the folder with the first version */
  constructor(from: string) {
    this.#from = from;
  }

  /** The folder with the version that is installed last. */
  get latest(): string {
    return this.#folders.at(-1) ?? this.#from;
  }

  /** Writes the next version. @returns its folder */
  add(): string {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-version-'));
    cpSync(this.#from, folder, { recursive: true });
    this.#folders.push(folder);
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    manifest.version += `.${this.#folders.length}`;
    writeFileSync(path, JSON.stringify(manifest));
    return folder;
  }

  remove(): void {
    for (const folder of this.#folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}
