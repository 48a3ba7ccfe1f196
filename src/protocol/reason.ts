import { t } from '../platform/text';
import type { Refusal } from './send';

const REFUSAL: Refusal['name'] = 'Refusal';

/**
 * Why a request failed, in a sentence for the reader.
 * @returns the other side's words where it refused; else that it could not be reached
 */
export function reasonOf(error: unknown): string {
  // By name: an error of the page's script is no instance of the card script's classes.
  return error instanceof Error && error.name === REFUSAL ? error.message : t('error_unreachable');
}
