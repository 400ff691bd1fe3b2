import type { ArticleId, Document } from '../news/article.ts';
import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { isBoilerplate, isCaption, isCredited, isFurniture, isPictured } from './boilerplate.ts';
import { datelineLength } from './dateline.ts';
import { embeddedPosts } from './embedded-posts.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A sentence that tells something: `text` is `article.text.slice(start, end)`. */
export type Sentence = Span & {
  readonly article: ArticleId;
  /** Index of its article in the list that was handed in. */
  readonly document: number;
  /** Its place among the article's kept sentences, from 0. */
  readonly index: number;
  /** Whether it begins its paragraph. */
  readonly opens: boolean;
  readonly text: string;
  readonly language: string | null;
  readonly tokens: readonly Token[];
  /** The stems of its content words. */
  readonly terms: ReadonlySet<string>;
  /** White-space separated words: what a length is counted in. */
  readonly words: number;
};

// A colon ends a sentence where enough was said before it: what it announces stands elsewhere.
const ENDED = /(?:[.!?…。！？]|^(?:\S+\s+){11,60}\S*:)[\s"”“’'»«)\]」』]*$/;
// Bullets, list numbers and what pages print in capitals before a text.
const FURNITURE_BEFORE =
  /^(?:[•*·▪►>–—\- ]+|\d{1,2}[.)]\s+(?=\p{Lu})|(?:CLOSE|EXCLUSIVE|UPDATED?|BREAKING(?: NEWS)?|ADVERTISEMENT|WATCH|VIDEO|PHOTOS?|LIVE)(?:\s*[:–—-]\s*|\s+)(?=\p{Lu}\p{Ll})|(?:Image )?[Cc]aption:? (?=\p{Lu})|(?:\p{Lu}{2,}[:,]? ){4,12}(?=\p{Lu}\p{Ll}+ )|(?:Why it matters|The big picture|Driving the news|By the numbers|The numbers|Between the lines|What['’]s (?:next|new|happening)|State of play|Zoom (?:in|out)|Go deeper|The details|The intrigue|The bottom line|The backstory|Context|The other side|What they['’]re saying|Worth noting|Yes, but|Flashback|Of note|Be smart|Catch up quick|The latest|Our thought bubble|The state of play|Threat level|Reality check): ){0,3}/u;
const LONGEST = 1_200;
// More than any reader or length needs; keeps the cost of comparing sentences bounded.
const MOST_PER_ARTICLE = 80;

// A digest is written and then checked, and both read the same sentences of the same articles.
const read = new WeakMap<Document, Map<number, readonly Sentence[]>>();

/** The sentences of an article that belong to its story: no title line, furniture or embedded posts. */
export function storySentences(article: Document, document: number): readonly Sentence[] {
  const known = read.get(article) ?? new Map<number, readonly Sentence[]>();
  read.set(article, known);
  const sentences = known.get(document) ?? readSentences(article, document);
  known.set(document, sentences);
  return sentences;
}

function readSentences(article: Document, document: number): Sentence[] {
  const { text } = article;
  const posts = embeddedPosts(text);
  const sentences: Sentence[] = [];
  const unended: Sentence[] = [];
  const title = letters(article.title);
  let index = 0;
  let post = 0;
  for (const line of linesOf(text)) {
    if (sentences.length >= MOST_PER_ARTICLE) break;
    const words = text.slice(line.start, line.end);
    if (isFurniture(words) || (line.nth < 4 && repeatsTitle(words, title))) continue;
    let opens = true;
    for (const span of splitSentences(words)) {
      if (sentences.length >= MOST_PER_ARTICLE) break;
      const start = line.start + span.start;
      const end = line.start + span.end;
      while (post < posts.length && posts[post]!.end <= start) post++;
      if (post < posts.length && posts[post]!.start < end) continue;
      const behind = text.slice(end, Math.min(line.end, end + 160));
      if (isCredited(text.slice(start, end), behind)) continue;
      const sentence = tell(article, document, { start, end }, index, opens);
      if (!sentence) continue;
      opens = false;
      if (ENDED.test(sentence.text)) {
        sentences.push(sentence);
        index++;
      } else unended.push(sentence);
    }
  }
  // Lines without a full stop are headings, captions and cut-off ends; where a feed gives nothing else, they are the story.
  return sentences.length > 0 ? sentences : unended.slice(0, 3).map((s, i) => ({ ...s, index: i }));
}

function tell(article: Document, document: number, span: Span, index: number, opens: boolean) {
  let { start } = span;
  if (opens) start += datelineLength(article.text.slice(start, span.end), index === 0);
  start +=
    FURNITURE_BEFORE.exec(article.text.slice(start, Math.min(span.end, start + 120)))?.[0].length ??
    0;
  const text = article.text.slice(start, span.end);
  if (
    text.length > LONGEST ||
    isBoilerplate(text) ||
    isPictured(text) ||
    (index === 0 && isCaption(text))
  ) {
    return undefined;
  }
  const words = countWords(text);
  if (
    words < 3 &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)
  ) {
    return undefined;
  }
  const tokens = tokensOf(text, article.language);
  const terms = new Set(tokens.filter((t) => !t.common).map((t) => t.stem));
  return {
    article: article.id,
    document,
    start,
    end: span.end,
    index,
    opens,
    text,
    language: article.language,
    tokens,
    terms,
    words,
  } satisfies Sentence;
}

/** White-space separated words. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function linesOf(text: string): (Span & { nth: number })[] {
  const lines: (Span & { nth: number })[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    if (!match[0].trim()) continue;
    lines.push({ start: match.index, end: match.index + match[0].length, nth: lines.length });
  }
  return lines;
}

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// Publishers repeat the title as the first line, with or without the outlet's name behind it.
function repeatsTitle(line: string, title: string): boolean {
  if (!title || line.length > 400) return false;
  const own = letters(line);
  return (
    own === title ||
    (own.length > 20 &&
      (title.startsWith(own) || (own.startsWith(title) && own.length < title.length + 30)))
  );
}
