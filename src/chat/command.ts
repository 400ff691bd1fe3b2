type Shown = {
  readonly summary: string;
  /** The same in the other languages there are words in (ISO 639-1), for platforms that show each reader their own. */
  readonly summaries?: Readonly<Record<string, string>>;
};

/** What an option's value may be suggested from while it is typed. */
export type Suggested = 'stories' | 'topics' | 'subjects' | 'zones' | 'subscriptions';

/** The words that belong to no other option, as one text. */
export type WordsOption = Shown & {
  readonly kind: 'words';
  readonly required: boolean;
  readonly suggest: Suggested | null;
  /** Whole sentences: a word in them is never another option ("what changed in 24h"). */
  readonly prose: boolean;
};
/** One of a few words; `otherwise` where none is given, null where that says something of its own. */
export type ChoiceOption<C extends string = string> = Shown & {
  readonly kind: 'choice';
  readonly choices: readonly C[];
  readonly otherwise: C | null;
};
/** A time span such as 24h or 3d, in milliseconds. */
export type SpanOption = Shown & { readonly kind: 'span' };
/** The number of a story, as `#12` or `12`. */
export type StoryOption = Shown & { readonly kind: 'story'; readonly suggest: Suggested };
/** The number of something else, as `#3` or `3`. */
export type NumberOption = Shown & {
  readonly kind: 'number';
  readonly required: boolean;
  readonly suggest: Suggested | null;
};
/** A short text that is always given by its name: `at:08:30`. */
export type TextOption = Shown & { readonly kind: 'text'; readonly suggest: Suggested | null };
/** A channel of the place: its id, chosen or mentioned as the platform does it. */
export type ChannelOption = Shown & { readonly kind: 'channel' };
/** Yes or no, no where it is left out; typed as `name:yes`. */
export type FlagOption = Shown & { readonly kind: 'flag' };

export type Option =
  | WordsOption
  | ChoiceOption
  | SpanOption
  | StoryOption
  | NumberOption
  | TextOption
  | ChannelOption
  | FlagOption;
export type Options = Readonly<Record<string, Option>>;

/** Who may give a command: everybody who sees Crier, or those who manage the place (each platform says who that is). */
export type Access = 'all' | 'managers';

/** A window in which a command's options are filled in, on platforms that have such. */
export type FormShape = {
  /** At most 24 characters, which is what Slack shows. */
  readonly title: string;
  readonly submit: string;
  /** The options it asks for, the most important first: Discord shows five. */
  readonly fields: readonly string[];
  /** Whether the command opens it when it is given alone. */
  readonly whenBare: boolean;
};

/** What a platform needs to know of a command to offer it: its grammar and its help, not what it does. */
export type CommandShape = Shown & {
  /** As typed: `story`, or `news status` and `news feed add` for those of a group. */
  readonly name: string;
  readonly example: string;
  readonly access: Access;
  readonly options: Options;
  readonly form: FormShape | null;
};
