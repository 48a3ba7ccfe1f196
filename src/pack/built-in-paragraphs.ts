import document from '../../.generated/paragraphs.json';
import type { Paragraph } from './card';

/** The paragraphs of the source of the pack that ships, in its order. */
export const paragraphs = document as unknown as readonly Paragraph[];
