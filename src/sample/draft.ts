import { parse } from 'yaml';
import { z } from 'zod';

const optional = z.string().min(1).nullable().default(null);

const frontMatter = z.strictObject({
  outlet: z.string().min(1),
  title: z.string().min(1),
  hours: z.number(),
  byline: optional,
  section: optional,
  caption: optional,
  summary: optional,
  /** Prints the paragraphs of this article (a path without its ending) in place of a text of its own … */
  copy: optional,
  /** … and only so many of them, from the top. */
  keep: z.int().positive().nullable().default(null),
  post: z
    .strictObject({
      after: z.int().positive(),
      author: z.string().min(1),
      handle: z.string().min(1),
      text: z.string().min(1),
    })
    .nullable()
    .default(null),
  revisions: z
    .array(z.strictObject({ hours: z.number(), title: optional, note: z.string().min(1) }))
    .default([]),
});

/** An article's file as it was written, not yet compared with the rest of the newsroom. */
export type Draft = Readonly<z.infer<typeof frontMatter>> & {
  /** The paragraphs of the first version, then those of each revision. */
  readonly texts: readonly (readonly string[])[];
};

/**
 * Reads YAML front matter between two `---` lines and the paragraphs below it. Each further `---` line
 * opens the whole text of the next revision. Throws an Error or ZodError where they do not fit together.
 */
export function readDraft(source: string): Draft {
  const [before, head, ...sections] = source.split(/^---[ \t]*$/m);
  if (before?.trim() !== '' || head === undefined || sections.length === 0) {
    throw new Error('must open with front matter between two lines of ---');
  }
  const fields = frontMatter.parse(parse(head));
  if (sections.length !== fields.revisions.length + 1) {
    throw new Error(
      `has ${fields.revisions.length} revisions and ${sections.length - 1} revised texts`,
    );
  }
  const times = [fields.hours, ...fields.revisions.map(({ hours }) => hours)];
  if (times.some((hours, index) => index > 0 && hours <= times[index - 1]!)) {
    throw new Error('its revisions must follow each other in time');
  }
  return { ...fields, texts: sections.map(paragraphsOf) };
}

function paragraphsOf(section: string): string[] {
  return section
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}
