import document from '../../.generated/outline.json';
import type { PackOutline } from './outline';

/** The outline of the pack that ships. */
export const outline = document as unknown as PackOutline;
