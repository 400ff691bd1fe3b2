import type { Block, Message, Run } from '../message.ts';
import type { Written } from './lines.ts';

type Fields = Extract<Block, { kind: 'fields' }>;

/** What stands together in an embed: a headline and what belongs to it. */
export type Section = {
  readonly title: readonly Run[];
  readonly body: readonly (Written | Fields)[];
};

/** How a message is laid out: what stands above the embeds, then the embeds. */
export type Layout = {
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
  const [first, ...others] = sections;
  if (!hasParts || !first || first.level !== 1) return withoutHeading(sections);
  const closing = others.at(-1);
  const isNote = closing?.level === 0 && closing.body.every(({ kind }) => kind === 'note');
  const inner = isNote ? others.slice(0, -1) : others;
  return {
    heading: first.title,
    notes: isNote ? notesIn(closing) : [],
    sections: [...(first.body.length > 0 ? [{ title: [], body: first.body }] : []), ...inner],
  };
}

type Part = Section & { readonly level: 0 | 1 | 2 };

/** A note that comes before everything else ("Shown for …") stands above the embed. */
function withoutHeading(sections: readonly Part[]): Layout {
  const [first, ...others] = sections;
  const isNote =
    first && others.length > 0 && first.level === 0 && first.body.every((b) => b.kind === 'note');
  return isNote
    ? { heading: [], notes: notesIn(first), sections: others }
    : { heading: [], notes: [], sections };
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
