/** A newspaper, agency or magazine that exists only here. What its fields stand for is told in docs/sample.md. */
export type Outlet = {
  readonly slug: string;
  readonly name: string;
  /** The title of its home page and feed, as its makers would put it. */
  readonly home: string;
  /** BCP 47: decides the words of the page around the article and how weekdays and dates are written. */
  readonly language: string;
  readonly format: 'rss' | 'atom' | 'rdf' | 'json';
  /** What a feed item carries of the text. */
  readonly items: 'full' | 'summary' | 'headline';
  readonly page: 'article' | 'portal' | 'plain' | 'paywall';
  readonly metadata: 'json-ld' | 'open-graph' | 'none';
  readonly quotes: 'curly' | 'straight' | 'german' | 'guillemets';
  readonly charset: 'utf-8' | 'windows-1252';
  /** Its feed is not well-formed XML: bare ampersands, unclosed tags, unknown entities. */
  readonly broken: boolean;
  readonly gzip: boolean;
};

/** The words of an article from `hours` on. Titles, paragraphs and notes may still hold placeholders. */
export type Version = {
  /** Hours after the newsroom's start; negative is before it. */
  readonly hours: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Why the text was changed, as the readers are told; null in the first version. */
  readonly note: string | null;
};

/** Somebody else's words shown between the paragraphs of an article, which are no part of it. */
export type SocialPost = {
  /** It stands after this many paragraphs. */
  readonly after: number;
  readonly author: string;
  readonly handle: string;
  readonly text: string;
};

export type SampleArticle = {
  /** Its file under `articles/` without the ending: `sandrey-ferry-strike/harbour-courier-2`. */
  readonly path: string;
  /** The folder: articles on one event share it, whoever wrote them. */
  readonly event: string;
  readonly outlet: string;
  /** The last part of its address, made from its first title; unique within the outlet. */
  readonly slug: string;
  readonly byline: string | null;
  readonly section: string | null;
  readonly caption: string | null;
  readonly summary: string | null;
  readonly post: SocialPost | null;
  /** The path of the agency article whose paragraphs it prints, or null. */
  readonly copyOf: string | null;
  /** As first published, then each change, in the order of time. */
  readonly versions: readonly [Version, ...Version[]];
};

export type Newsroom = {
  readonly outlets: readonly Outlet[];
  readonly articles: readonly SampleArticle[];
};
