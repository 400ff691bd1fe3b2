/** The words of what is posted and answered, in one language. Commands stay as they are typed everywhere. */
export type Texts = {
  readonly articles: (n: number) => string;
  readonly outlets: (n: number) => string;
  readonly independent: (n: number) => string;
  readonly stories: (n: number) => string;
  readonly days: (n: number) => string;

  readonly digest: {
    readonly title: string;
    readonly about: (topic: string) => string;
    readonly none: (about: string, span: string) => string;
    readonly furtherBack: string;
    readonly otherWords: string;
    readonly since: (moment: string) => string;
    readonly wordForWord: string;
    readonly open: string;
    readonly share: string;
  };

  readonly edition: {
    readonly isNew: string;
    readonly updated: string;
    readonly alert: string;
    readonly newStories: (n: number) => string;
    readonly movedOn: (n: number) => string;
    readonly next: (slot: string) => string;
    readonly subscription: (n: number) => string;
    readonly whatIsNew: string;
    readonly updatedAt: (time: string) => string;
    readonly correctedAt: (time: string) => string;
    readonly nowhere: string;
    readonly nothingNew: (subject: string) => string;
    readonly youFollow: (subject: string) => string;
    readonly alertOn: (subject: string) => string;
    readonly everything: string;
    readonly openOne: string;
    readonly unfollow: string;
  };

  readonly card: {
    readonly card: string;
    readonly quotes: string;
    readonly sources: string;
    readonly timeline: string;
    readonly ask: string;
    readonly more: string;
    readonly follow: readonly [string, string];
    readonly mute: readonly [string, string];
    readonly report: readonly [string, string];
    readonly why: readonly [string, string];
    readonly disputed: string;
    readonly figuresDiffer: string;
    readonly oneOutlet: string;
    readonly andMore: (n: number) => string;
    readonly undated: string;
    readonly sameText: (outlet: string) => string;
    readonly corrected: string;
    readonly noQuote: string;
    readonly noDates: string;
    readonly last: (moment: string) => string;
    readonly extractive: string;
    readonly byModel: (name: string) => string;
    readonly refused: (n: number) => string;
    readonly tokens: (n: number) => string;
    readonly translated: (language: string, by: string) => string;
    readonly means: (words: string) => string;
    readonly leftOriginal: (n: number) => string;
    readonly unnamed: string;
    readonly via: (whom: string) => string;
    readonly source: (n: number) => string;
  };

  readonly story: {
    readonly several: (n: number, query: string) => string;
    readonly none: (query: string) => string;
    readonly nearest: string;
    readonly searchFurther: string;
    readonly thirtyDays: string;
    readonly shownFor: (query: string) => string;
  };

  readonly ask: {
    readonly ownWords: string;
    readonly byModel: (name: string) => string;
    readonly unanswered: string;
    readonly nearestSentences: string;
    readonly nearest: string;
  };
};
