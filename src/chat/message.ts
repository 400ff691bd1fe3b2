import type { ArticleId } from '../news/article.ts';
import type { StoryId } from '../news/story.ts';

/**
 * What Crier says, before any platform: commands build it, renderers turn it into a platform's form. There are no
 * markup strings in it, so nothing a feed wrote can become markup, and addresses stand in `sources` alone.
 */
export type Message = {
  readonly blocks: readonly Block[];
  /** Where the links go: every `source` run names one of these by its article. */
  readonly sources: ReadonlyMap<ArticleId, Source>;
  /** The one story it is about: what a question in its thread means. */
  readonly story: StoryId | null;
  /** It says why there is no answer: for the asker alone, wherever the answer was asked for. */
  readonly trouble: boolean;
};

export type Source = { readonly label: string; readonly url: string | null };

export type Block =
  /** Level 1 heads the message, level 2 one of its parts. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'bullets'; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: 'quote'; readonly text: string; readonly attribution: readonly Run[] }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  /** Small print: coverage, how it was made. */
  | { readonly kind: 'note'; readonly runs: readonly Run[] }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** A list to choose one of; choosing answers the chooser alone. */
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly Entry[] };

/**
 * What pressing does is a line somebody could have typed, so that it survives restarts and is read, checked and
 * kept inside its tenant like any other.
 */
export type Button = {
  readonly label: string;
  /**
   * `answer`: the presser alone sees the answer. `share`: everybody. `ask`: a question is asked for, and `line` begins
   * it. `fill`: the form of the line's command is opened.
   */
  readonly press: 'answer' | 'share' | 'ask' | 'fill';
  readonly line: string;
};

export type Entry = { readonly label: string; readonly hint: string; readonly line: string };

export type Field = { readonly name: string; readonly value: readonly Run[] };

export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'faint'; readonly text: string }
  /** What was said before and holds no longer. */
  | { readonly kind: 'struck'; readonly text: string }
  /** A channel by the platform's id, or a person's direct messages (`@` and the person's id). */
  | { readonly kind: 'channel'; readonly channel: string }
  /** A command somebody may type. */
  | { readonly kind: 'command'; readonly text: string }
  /** A link to an article; shown as its outlet, or as `text` where that is given. */
  | { readonly kind: 'source'; readonly article: ArticleId; readonly text?: string };

export const text = (words: string): Run => ({ kind: 'text', text: words });
export const strong = (words: string): Run => ({ kind: 'strong', text: words });
export const faint = (words: string): Run => ({ kind: 'faint', text: words });
export const struck = (words: string): Run => ({ kind: 'struck', text: words });
export const channel = (id: string): Run => ({ kind: 'channel', channel: id });
export const command = (words: string): Run => ({ kind: 'command', text: words });
export const source = (article: ArticleId, words?: string): Run =>
  words === undefined ? { kind: 'source', article } : { kind: 'source', article, text: words };

const NO_SOURCES: ReadonlyMap<ArticleId, Source> = new Map();

export function message(
  blocks: readonly Block[],
  sources: ReadonlyMap<ArticleId, Source> = NO_SOURCES,
  story: StoryId | null = null,
): Message {
  return { blocks, sources, story, trouble: false };
}

/** A message of one plain sentence. */
export function sentence(words: string): Message {
  return message([{ kind: 'paragraph', runs: [text(words)] }]);
}

/** A message of one plain sentence that says why there is no answer. */
export function troubleSentence(words: string): Message {
  return { ...sentence(words), trouble: true };
}

/**
 * About how many characters it takes, as platforms count them: the address of a link inside its text counts, that of a
 * link in a heading does not.
 */
export function lengthOf({ blocks, sources }: Pick<Message, 'blocks' | 'sources'>): number {
  const run = (one: Run): number => {
    if (one.kind === 'channel') return CHANNEL_LENGTH;
    if (one.kind !== 'source') return one.text.length;
    const { label = '', url = null } = sources.get(one.article) ?? {};
    return (one.text ?? label).length + (url?.length ?? 0);
  };
  const line = (runs: readonly Run[]) => runs.reduce((sum, one) => sum + run(one) + MARKS, MARKS);
  const block = (one: Block): number => {
    switch (one.kind) {
      case 'heading':
        return one.runs.reduce(
          (sum, part) => sum + ('text' in part ? (part.text ?? '').length : 0),
          0,
        );
      case 'paragraph':
      case 'note':
        return line(one.runs);
      case 'bullets':
        return one.items.reduce((sum, item) => sum + line(item), 0);
      case 'quote':
        return one.text.length + MARKS + line(one.attribution);
      case 'fields':
        return one.fields.reduce((sum, { name, value }) => sum + name.length + line(value), 0);
      case 'divider':
      case 'buttons':
      case 'menu':
        return 0;
    }
  };
  return blocks.reduce((sum, one) => sum + block(one), 0);
}

/** What the marks around a link, a bold word or a line come to, and the mention of a channel. */
const MARKS = 3;
const CHANNEL_LENGTH = 24;
