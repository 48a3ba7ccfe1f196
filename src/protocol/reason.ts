import { t } from '../platform/text';
import type { Refusal } from './send';

const REFUSAL: Refusal['name'] = 'Refusal';

/**
 * Explains to the reader why a request failed.
 * @returns the receiver's message where it refused; else that it did not respond
 */
export function reasonOf(error: unknown): string {
  // By name: each script in a page has its own copy of the class.
  return error instanceof Error && error.name === REFUSAL ? error.message : t('error_unreachable');
}
