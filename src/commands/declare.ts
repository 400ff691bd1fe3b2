import type {
  ChannelOption,
  ChoiceOption,
  CommandShape,
  FlagOption,
  NumberOption,
  Options,
  SpanOption,
  StoryOption,
  Suggested,
  TextOption,
  WordsOption,
} from '../chat/command.ts';
import type { Message } from '../chat/message.ts';
import type { Asker, Finding, Place } from '../chat/platform.ts';
import type { Pack } from '../news/pack.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from '../store/schema.ts';

/** What a command gets beside its options: who asks, when, and where the news are. */
export type Context = {
  readonly tenant: TenantId;
  readonly asker: Asker;
  readonly now: Date;
  readonly db: Db;
  /** How this place shows dates and numbers. */
  readonly language: string;
  readonly zone: string;
  readonly digest: { readonly windowMs: number; readonly stories: number };
  readonly packs: readonly Pack[];
  readonly running: Running;
  /** What keeps Crier from posting in a channel, and how to mend it; empty where nothing does or nobody can say. */
  checkPlace(place: Place): Promise<readonly Finding[]>;
  /** Reads a feed once, through the one door out, and keeps nothing. */
  tryFeed(
    url: string,
  ): Promise<
    { readonly title: string | null; readonly items: number } | { readonly problem: string }
  >;
};

/** What the running program knows of itself. */
export type Running = {
  readonly startedAt: Date;
  /** The last refresh that ended, or null before the first. */
  readonly refreshedAt: Date | null;
  readonly sample: boolean;
};

export const words = (
  summary: string,
  suggest: Suggested | null = null,
): WordsOption & { required: false } => ({
  kind: 'words',
  summary,
  required: false,
  suggest,
  prose: false,
});
export const neededWords = (
  summary: string,
  suggest: Suggested | null = null,
): WordsOption & { required: true } => ({
  kind: 'words',
  summary,
  required: true,
  suggest,
  prose: false,
});
export const neededSentence = (summary: string): WordsOption & { required: true } => ({
  ...neededWords(summary),
  prose: true,
});
export const choice = <C extends string>(
  summary: string,
  choices: readonly C[],
  otherwise: NoInfer<C>,
): ChoiceOption<C> => ({ kind: 'choice', summary, choices, otherwise });
export const span = (summary: string): SpanOption => ({ kind: 'span', summary });
export const storyNumber = (summary: string): StoryOption => ({
  kind: 'story',
  summary,
  suggest: 'stories',
});
export const flag = (summary: string): FlagOption => ({ kind: 'flag', summary });
/** What makes an answer public: without it only the asker sees it. */
export const share = flag('show the answer to everybody here');

type GivenOne<O> = O extends { kind: 'words'; required: true }
  ? string
  : O extends { kind: 'words' }
    ? string | null
    : O extends ChoiceOption<infer C>
      ? C
      : O extends { kind: 'flag' }
        ? boolean
        : O extends { kind: 'span' | 'story' }
          ? number | null
          : never;

/** What somebody typed, as values: null where an option was left out. */
export type Given<O extends Options> = { readonly [name in keyof O]: GivenOne<O[name]> };

/** The values of a command's options, whatever its options are. */
export type Values = Readonly<Record<string, string | number | boolean | null>>;

/** A chat command, declared once for every platform: its grammar, its help and what it does. */
export type Command = CommandShape & {
  /** Whether it asks publishers something: then it may take long and holds up nobody but its like. */
  readonly waitsForPublishers: boolean;
  run(given: Values, context: Context): Promise<Message>;
};

/** Declares a command whose `run` gets its options with their types. Everybody may give it unless `access` says. */
export function declare<O extends Options>(
  command: Omit<Command, 'options' | 'run' | 'access' | 'waitsForPublishers'> &
    Partial<Pick<Command, 'access' | 'waitsForPublishers'>> & {
      readonly options: O;
      run(given: Given<O>, context: Context): Promise<Message>;
    },
): Command {
  return {
    access: 'all',
    waitsForPublishers: false,
    ...command,
    run: (given, context) => command.run(given as unknown as Given<O>, context),
  };
}
