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
import type { Asker, Finding, Place, Suggestion } from '../chat/platform.ts';
import type { Model } from '../desk/open-model.ts';
import type { ToldStory } from '../desk/tell-story.ts';
import type { Log } from '../lib/log.ts';
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
  /** The same as the operator has them, where the place decided nothing. */
  readonly operator: { readonly language: string; readonly zone: string };
  readonly log: Log;
  readonly digest: { readonly windowMs: number; readonly stories: number };
  readonly packs: readonly Pack[];
  /** The language model; null where none is set up. */
  readonly model: ModelHere | null;
  /** Lets the model write stories that were just shown in the outlets' own words; nobody waits for it. */
  want(stories: readonly ToldStory[]): void;
  readonly running: Running;
  /** What keeps Crier from posting in a channel, and how to mend it; empty where nothing does or nobody can say. */
  checkPlace(place: Place): Promise<readonly Finding[]>;
  /** Reads a feed once, through the one door out, and keeps nothing. */
  tryFeed(
    url: string,
  ): Promise<
    { readonly title: string | null; readonly items: number } | { readonly problem: string }
  >;
  /** Reads an OPML file on the web, through the one door out, and keeps nothing. */
  readFeedList(url: string): Promise<
    | {
        readonly feeds: readonly {
          readonly url: string;
          readonly title: string | null;
          readonly language: string | null;
        }[];
      }
    | { readonly problem: string }
  >;
};

/** The language model, as commands know it. */
export type ModelHere = Pick<Model, 'answer'> & {
  readonly name: string;
  readonly hasPrice: boolean;
  /** What one place may use in a day (UTC); money in millionths. */
  readonly placeDay: { readonly tokens: number | null; readonly micros: number | null };
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
): ChoiceOption<C> & { otherwise: C } => ({ kind: 'choice', summary, choices, otherwise });
export const maybeChoice = <C extends string>(
  summary: string,
  choices: readonly C[],
): ChoiceOption<C> & { otherwise: null } => ({ kind: 'choice', summary, choices, otherwise: null });
export const span = (summary: string): SpanOption => ({ kind: 'span', summary });
export const storyNumber = (summary: string): StoryOption => ({
  kind: 'story',
  summary,
  suggest: 'stories',
});
export const neededNumber = (
  summary: string,
  suggest: Suggested | null,
): NumberOption & { required: true } => ({ kind: 'number', summary, required: true, suggest });
export const named = (summary: string, suggest: Suggested | null = null): TextOption => ({
  kind: 'text',
  summary,
  suggest,
});
export const channelOption = (summary: string): ChannelOption => ({ kind: 'channel', summary });
export const flag = (summary: string): FlagOption => ({ kind: 'flag', summary });
/** What makes an answer public: without it only the asker sees it. */
export const share = flag('show the answer to everybody here');

type GivenOne<O> = O extends { kind: 'words'; required: true }
  ? string
  : O extends { kind: 'number'; required: true }
    ? number
    : O extends { kind: 'words' | 'text' | 'channel' }
      ? string | null
      : O extends ChoiceOption<infer C>
        ? O extends { otherwise: null }
          ? C | null
          : C
        : O extends { kind: 'flag' }
          ? boolean
          : O extends { kind: 'span' | 'story' | 'number' }
            ? number | null
            : never;

/** What somebody typed, as values: null where an option was left out. */
export type Given<O extends Options> = { readonly [name in keyof O]: GivenOne<O[name]> };

/** The values of a command's options, whatever its options are. */
export type Values = Readonly<Record<string, string | number | boolean | null>>;

/** What the fields of a form hold when it opens, by option, and what may be chosen where that is known only then. */
export type Filled = {
  readonly values?: Readonly<Record<string, string>>;
  readonly choices?: Readonly<Record<string, readonly Suggestion[]>>;
};

/** A chat command, declared once for every platform: its grammar, its help and what it does. */
export type Command = CommandShape & {
  /** Whether it asks publishers or a platform something: then it may take long and holds up nobody but its like. */
  readonly waitsForPublishers: boolean;
  /** Whether it changes anything: then it is done each time it is given, and what changes for others is written down. */
  readonly changes: (given: Values) => boolean;
  /** Whether it asks the language model, where there is one: then it has a line of its own, too. */
  readonly asksModel: boolean;
  /** Whether its answer depends on the channel or the person, and not on the place alone. */
  readonly isPersonal: boolean;
  /** Whether everybody in the channel sees its answer without asking for that. */
  readonly isPublic: (given: Values) => boolean;
  /** Reads its options out of what follows its name, where it has a grammar of its own. Throws UserError. */
  readonly readLine: ((rest: string) => Readonly<Record<string, string>>) | null;
  fill(given: Values, context: Context): Promise<Filled>;
  run(given: Values, context: Context): Promise<Message>;
};

type Usual =
  | 'access'
  | 'waitsForPublishers'
  | 'asksModel'
  | 'changes'
  | 'isPersonal'
  | 'isPublic'
  | 'readLine'
  | 'form';

/** Declares a command whose `run` gets its options with their types. Everybody may give it unless `access` says. */
export function declare<O extends Options>(
  command: Omit<Command, 'options' | 'run' | 'fill' | Usual> &
    Partial<Pick<Command, Usual>> & {
      readonly options: O;
      fill?(given: Given<O>, context: Context): Promise<Filled>;
      run(given: Given<O>, context: Context): Promise<Message>;
    },
): Command {
  return {
    access: 'all',
    waitsForPublishers: false,
    asksModel: false,
    changes: () => false,
    isPersonal: false,
    isPublic: () => false,
    readLine: null,
    form: null,
    ...command,
    fill: async (given, context) => command.fill?.(given as unknown as Given<O>, context) ?? {},
    run: (given, context) => command.run(given as unknown as Given<O>, context),
  };
}
