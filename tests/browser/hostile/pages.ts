import { readdirSync, readFileSync } from 'node:fs';
import type { Routes } from '../../../scripts/browser/serve';

const FOLDER = 'tests/pages/hostile';

/** The pages of `tests/pages/hostile`, by path: each says in a comment what a reader shall find. */
export const hostilePages: Routes = Object.fromEntries(
  readdirSync(FOLDER).map((name) => [`/${name}`, readFileSync(`${FOLDER}/${name}`, 'utf8')]),
);
