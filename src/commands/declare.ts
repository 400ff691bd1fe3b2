import type {
  ChannelOption,
  ChoiceOption,
  CommandShape,
  FlagOption,
  FormShape,
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
import { inOthers, TEXTS, type Texts } from './texts/index.ts';

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

/** What is said of an option stands in the texts, by this name. */
type OptionText = keyof Texts['options'];

const said = (of: (texts: Texts) => string) => ({
  summary: of(TEXTS.en),
  summaries: inOthers(of),
});
const saidOf = (option: OptionText) => said(({ options }) => options[option]);

/** What a command or an option is for, in these words. */
export const summaryIn = (
  { summary, summaries }: Pick<CommandShape, 'summary' | 'summaries'>,
  { language }: Texts,
): string => summaries?.[language] ?? summary;

export const words = (
  option: OptionText,
  suggest: Suggested | null = null,
): WordsOption & { required: false } => ({
  kind: 'words',
  ...saidOf(option),
  required: false,
  suggest,
  prose: false,
});
export const neededWords = (
  option: OptionText,
  suggest: Suggested | null = null,
): WordsOption & { required: true } => ({
  kind: 'words',
  ...saidOf(option),
  required: true,
  suggest,
  prose: false,
});
export const neededSentence = (option: OptionText): WordsOption & { required: true } => ({
  ...neededWords(option),
  prose: true,
});
export const choice = <C extends string>(
  option: OptionText,
  choices: readonly C[],
  otherwise: NoInfer<C>,
): ChoiceOption<C> & { otherwise: C } => ({
  kind: 'choice',
  ...saidOf(option),
  choices,
  otherwise,
});
export const maybeChoice = <C extends string>(
  option: OptionText,
  choices: readonly C[],
): ChoiceOption<C> & { otherwise: null } => ({
  kind: 'choice',
  ...saidOf(option),
  choices,
  otherwise: null,
});
export const span = (option: OptionText): SpanOption => ({ kind: 'span', ...saidOf(option) });
export const storyNumber = (option: OptionText): StoryOption => ({
  kind: 'story',
  ...saidOf(option),
  suggest: 'stories',
});
export const neededNumber = (
  option: OptionText,
  suggest: Suggested | null,
): NumberOption & { required: true } => ({
  kind: 'number',
  ...saidOf(option),
  required: true,
  suggest,
});
export const named = (option: OptionText, suggest: Suggested | null = null): TextOption => ({
  kind: 'text',
  ...saidOf(option),
  suggest,
});
export const channelOption = (option: OptionText): ChannelOption => ({
  kind: 'channel',
  ...saidOf(option),
});
export const flag = (option: OptionText): FlagOption => ({ kind: 'flag', ...saidOf(option) });
/** What makes an answer public: without it only the asker sees it. */
export const share = flag('share');

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
  | 'readLine';

type Worded = 'name' | 'summary' | 'summaries' | 'form';

/**
 * Declares a command whose `run` gets its options with their types. Everybody may give it unless `access` says. What is
 * said of it, and of its form, stands in the texts by its name.
 */
export function declare<O extends Options>(
  command: Omit<Command, 'options' | 'run' | 'fill' | Worded | Usual> &
    Partial<Pick<Command, Usual>> & {
      readonly options: O;
      readonly name: keyof Texts['commands'];
      readonly form?: Omit<FormShape, 'title' | 'submit'>;
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
    ...command,
    ...said(({ commands }) => commands[command.name]),
    form: command.form ? { ...command.form, ...formWords(command.name, TEXTS.en) } : null,
    fill: async (given, context) => command.fill?.(given as unknown as Given<O>, context) ?? {},
    run: (given, context) => command.run(given as unknown as Given<O>, context),
  };
}

/** The title of a command's form, and what its button says. */
export function formWords(name: string, { forms }: Texts): Pick<FormShape, 'title' | 'submit'> {
  const titles: Readonly<Record<string, string>> = forms.titles;
  const submits: Readonly<Record<string, string>> = forms.submits;
  return { title: titles[name] ?? name, submit: submits[name] ?? 'OK' };
}
