import * as v from 'valibot';

const Label = v.object({
  start: v.number(),
  end: v.number(),
  /** The card it must link to; null where it must link to none. */
  card: v.nullable(v.string()),
  label: v.picklist(['yes', 'no', 'optional']),
  /** The card whose form it is, where the label is `no`. */
  notCard: v.optional(v.string()),
});

const LabelledText = v.object({
  id: v.union([v.string(), v.number()]),
  /** `positive` where the text is about the subject. */
  kind: v.string(),
  lang: v.nullish(v.string()),
  title: v.nullish(v.string()),
  url: v.nullish(v.string()),
  text: v.string(),
  mentions: v.array(Label),
});

/** A text whose mentions people have labelled. Offsets are UTF-16 code units, half-open. */
export type LabelledText = v.InferOutput<typeof LabelledText>;
export type Label = v.InferOutput<typeof Label>;

/**
 * Reads labelled texts, one JSON object a line.
 * @param file for messages
 * @throws Error that names file, line and field of what is wrong
 */
export function parseLabelled(file: string, content: string): LabelledText[] {
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${file}:${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw new Error(`${where} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    const result = v.safeParse(LabelledText, value);
    if (result.success) return [result.output];
    const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
    throw new Error(`${where} is no labelled text: ${problems.join('; ')}`);
  });
}
