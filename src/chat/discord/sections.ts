import type { Block, Message, Run } from '../message.ts';
import type { Written } from './lines.ts';

type Fields = Extract<Block, { kind: 'fields' }>;

/** What stands together in an embed: a headline and what belongs to it. */
export type Section = {
  readonly title: readonly Run[];
  readonly body: readonly (Written | Fields)[];
};

/** What can stand above the embeds. */
export type Said = Extract<Block, { kind: 'paragraph' | 'note' }>;

/** How a message is laid out: what stands above the embeds, then the embeds. */
export type Layout = {
  /** What was said before the heading. */
  readonly lead: readonly Said[];
  readonly heading: readonly Run[];
  /** Small print under the heading. */
  readonly notes: readonly (readonly Run[])[];
  readonly sections: readonly Section[];
};

/**
 * The heading of a message with several parts stands above them in large letters, with the closing note, which says
 * what the whole is; a message of one part has its heading as the title of its embed.
 */
export function layOut({ blocks }: Pick<Message, 'blocks'>): Layout {
  const sections = sectionsOf(blocks);
  const hasParts = blocks.some((block) => block.kind === 'heading' && block.level === 2);
  const lead = leadOf(sections);
  const [first, ...others] = sections.slice(lead.sections);
  if (!hasParts || !first || first.level !== 1) return withoutHeading(sections);
  const closing = others.at(-1);
  const isNote = closing?.level === 0 && closing.body.every(({ kind }) => kind === 'note');
  const inner = isNote ? others.slice(0, -1) : others;
  return {
    lead: lead.said,
    heading: first.title,
    notes: isNote ? notesIn(closing) : [],
    sections: [...(first.body.length > 0 ? [{ title: [], body: first.body }] : []), ...inner],
  };
}

/** Words alone before a heading of the whole ("Ada subscribed this channel …") stand above it, as it does. */
function leadOf(parts: readonly Part[]): { said: readonly Said[]; sections: number } {
  const before = parts.slice(
    0,
    Math.max(
      0,
      parts.findIndex(({ level }) => level === 1),
    ),
  );
  const blocks = before.flatMap(({ body }) => body);
  const said = blocks.filter((one) => one.kind === 'paragraph' || one.kind === 'note');
  const isAll = said.length === blocks.length && before.every(({ level }) => level === 0);
  return isAll ? { said, sections: before.length } : { said: [], sections: 0 };
}

type Part = Section & { readonly level: 0 | 1 | 2 };

/** A note that comes before everything else ("Shown for …") stands above the embed. */
function withoutHeading(sections: readonly Part[]): Layout {
  const [first, ...others] = sections;
  const isNote =
    first && others.length > 0 && first.level === 0 && first.body.every((b) => b.kind === 'note');
  return isNote
    ? { lead: [], heading: [], notes: notesIn(first), sections: others }
    : { lead: [], heading: [], notes: [], sections };
}

const notesIn = ({ body }: Section): (readonly Run[])[] =>
  body.flatMap((block) => (block.kind === 'note' ? [block.runs] : []));

function sectionsOf(blocks: readonly Block[]): Part[] {
  const parts: { title: readonly Run[]; level: 0 | 1 | 2; body: (Written | Fields)[] }[] = [];
  let open = false;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      parts.push({ title: block.runs, level: block.level, body: [] });
      open = true;
    } else if (block.kind === 'divider') open = false;
    else if (block.kind !== 'buttons' && block.kind !== 'menu') {
      if (!open) parts.push({ title: [], level: 0, body: [] });
      parts.at(-1)?.body.push(block);
      open = true;
    }
  }
  return parts;
}
