import type { Message } from '../chat/message.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from '../store/schema.ts';

/** What a command gets beside its options: who asks, when, and where the news are. */
export type Context = {
  readonly tenant: TenantId;
  readonly now: Date;
  readonly db: Db;
  /** How this place shows dates and numbers. */
  readonly language: string;
  readonly zone: string;
  readonly digest: { readonly windowMs: number; readonly stories: number };
  readonly running: Running;
};

/** What the running program knows of itself. */
export type Running = {
  readonly startedAt: Date;
  /** The last refresh that ended, or null before the first. */
  readonly refreshedAt: Date | null;
  readonly sample: boolean;
};

type Shown = { readonly summary: string };

/** The words that belong to no other option, as one text. */
export type WordsOption = Shown & { readonly kind: 'words'; readonly required: boolean };
/** One of a few words. */
export type ChoiceOption<C extends string = string> = Shown & {
  readonly kind: 'choice';
  readonly choices: readonly C[];
  readonly otherwise: C;
};
/** A time span such as 24h or 3d, in milliseconds. */
export type SpanOption = Shown & { readonly kind: 'span' };
/** The number of a story, as `#12` or `12`. */
export type StoryOption = Shown & { readonly kind: 'story' };

export type Option = WordsOption | ChoiceOption | SpanOption | StoryOption;
export type Options = Readonly<Record<string, Option>>;

export const words = (summary: string): WordsOption & { required: false } => ({
  kind: 'words',
  summary,
  required: false,
});
export const neededWords = (summary: string): WordsOption & { required: true } => ({
  kind: 'words',
  summary,
  required: true,
});
export const choice = <C extends string>(
  summary: string,
  choices: readonly C[],
  otherwise: NoInfer<C>,
): ChoiceOption<C> => ({ kind: 'choice', summary, choices, otherwise });
export const span = (summary: string): SpanOption => ({ kind: 'span', summary });
export const storyNumber = (summary: string): StoryOption => ({ kind: 'story', summary });

type GivenOne<O> = O extends { kind: 'words'; required: true }
  ? string
  : O extends { kind: 'words' }
    ? string | null
    : O extends ChoiceOption<infer C>
      ? C
      : O extends { kind: 'span' | 'story' }
        ? number | null
        : never;

/** What somebody typed, as values: null where an option was left out. */
export type Given<O extends Options> = { readonly [name in keyof O]: GivenOne<O[name]> };

/** A chat command, declared once for every platform: its grammar, its help and what it does. */
export type Command = {
  /** As typed: `story`, or `news status` for one of a group. */
  readonly name: string;
  readonly summary: string;
  readonly example: string;
  readonly options: Options;
  run(given: Readonly<Record<string, string | number | null>>, context: Context): Promise<Message>;
};

/** Declares a command whose `run` gets its options with their types. */
export function declare<O extends Options>(
  command: Omit<Command, 'options' | 'run'> & {
    readonly options: O;
    run(given: Given<O>, context: Context): Promise<Message>;
  },
): Command {
  return {
    ...command,
    run: (given, context) => command.run(given as unknown as Given<O>, context),
  };
}
