import type { ArticleId } from '../../news/article.ts';
import type { Draft, DraftQuote, DraftSentence } from '../check/draft.ts';

const sentence = {
  type: 'object',
  properties: {
    text: { type: 'string' },
    sources: { type: 'array', items: { type: 'string' } },
  },
  required: ['text', 'sources'],
  additionalProperties: false,
} as const;
const quote = {
  type: 'object',
  properties: {
    words: { type: 'string' },
    source: { type: 'string' },
    speaker: { type: 'string' },
  },
  required: ['words', 'source', 'speaker'],
  additionalProperties: false,
} as const;

/** What a digest's answer must look like (JSON Schema, in the subset that strict servers take). */
export const DIGEST_SCHEMA = {
  name: 'digest',
  schema: {
    type: 'object',
    properties: {
      headline: { type: 'string' },
      lede: sentence,
      bullets: { type: 'array', items: sentence },
      quotes: { type: 'array', items: quote },
    },
    required: ['headline', 'lede', 'bullets', 'quotes'],
    additionalProperties: false,
  },
};

/** What an answer to a question must look like. */
export const ANSWER_SCHEMA = {
  name: 'answer',
  schema: {
    type: 'object',
    properties: {
      answered: { type: 'boolean' },
      sentences: { type: 'array', items: sentence },
      quotes: { type: 'array', items: quote },
    },
    required: ['answered', 'sentences', 'quotes'],
    additionalProperties: false,
  },
};

const MOST_BULLETS = 8;
const MOST_QUOTES = 6;
type Ids = ReadonlyMap<string, ArticleId>;

/** The draft in a model's answer; parts of another shape are left out, undefined where nothing of it is a digest. */
export function readDraft(json: unknown, ids: Ids): Draft | undefined {
  if (!isRecord(json)) return undefined;
  const lede = readSentence(json.lede, ids) ?? null;
  const bullets = listOf(json.bullets, MOST_BULLETS, (b) => readSentence(b, ids));
  const headline = typeof json.headline === 'string' && json.headline.trim() ? json.headline : null;
  if (!lede && bullets.length === 0 && headline === null) return undefined;
  return {
    headline,
    lede,
    bullets,
    quotes: listOf(json.quotes, MOST_QUOTES, (q) => readQuote(q, ids)),
  };
}

/** The sentences and quotes of a model's answer to a question; undefined where it says that it has none. */
export function readAnswer(
  json: unknown,
  ids: Ids,
):
  | { readonly sentences: readonly DraftSentence[]; readonly quotes: readonly DraftQuote[] }
  | undefined {
  if (!isRecord(json) || json.answered === false) return undefined;
  const sentences = listOf(json.sentences, MOST_BULLETS, (s) => readSentence(s, ids));
  const quotes = listOf(json.quotes, MOST_QUOTES, (q) => readQuote(q, ids));
  return sentences.length + quotes.length > 0 ? { sentences, quotes } : undefined;
}

function readSentence(given: unknown, ids: Ids): DraftSentence | undefined {
  if (!isRecord(given) || typeof given.text !== 'string' || !given.text.trim()) return undefined;
  const sources = listOf(given.sources, 40, (id) => idOf(id, ids));
  return { text: given.text, sources };
}

function readQuote(given: unknown, ids: Ids): DraftQuote | undefined {
  if (!isRecord(given)) return undefined;
  const { words, speaker } = given;
  const source = idOf(given.source, ids);
  if (typeof words !== 'string' || typeof speaker !== 'string' || source === undefined)
    return undefined;
  return { words, source, speaker };
}

// Small models write "[S1]", "s1" or "S1, The Example" for S1.
function idOf(given: unknown, ids: Ids): ArticleId | undefined {
  const id = /s\d{1,3}/i.exec(String(given ?? ''))?.[0].toUpperCase();
  return id === undefined ? undefined : ids.get(id);
}

function listOf<T>(given: unknown, most: number, read: (item: unknown) => T | undefined): T[] {
  if (!Array.isArray(given)) return [];
  return given.slice(0, most).flatMap((item) => {
    const value = read(item);
    return value === undefined ? [] : [value];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
