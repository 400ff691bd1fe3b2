import { describe, expect, test } from 'vitest';
import { editionMessage, followMessage } from '../../src/commands/show/edition.ts';
import type { EditionItem } from '../../src/desk/make-edition.ts';
import { HOUR } from '../../src/lib/clock.ts';
import type { Article } from '../../src/news/article.ts';
import { coverageOf } from '../../src/news/coverage.ts';
import type { Digest } from '../../src/news/digest.ts';
import { type VerifiedQuote, verifyQuote } from '../../src/news/quote.ts';
import { article } from '../support/build.ts';
import { wordsOf } from './place.ts';

const MADE = new Date('2026-03-03T07:30:00Z');
const PLACE = { language: 'en', zone: 'Europe/Berlin', now: MADE };
const ABOUT = {
  id: 4,
  kind: 'digest',
  length: 'short',
  whenEmpty: 'silence',
  zone: 'Europe/Berlin',
  subject: 'everything',
} as const;

const OLD = article({
  id: 1,
  outlet: 'The Courier',
  publishedAt: new Date('2026-03-01T10:00:00Z'),
  text: 'The harbour is closed. “We will lift the crane before the weekend,” Ada Quill said.',
});
const FRESH = article({
  id: 2,
  outlet: 'Herald',
  publishedAt: new Date('2026-03-03T05:00:00Z'),
  text: 'The crane was lifted at dawn. “It came up in one piece, like a tooth,” Ben Orme said.',
});

const claim = (one: Article, text: string) => ({
  text,
  refs: [{ article: one.id, start: 0, end: text.length }],
});

function quoteIn(one: Article, speaker: string): VerifiedQuote {
  const start = one.text.indexOf('“') + 1;
  const end = one.text.indexOf('”');
  const quote = {
    text: one.text.slice(start, end),
    article: one.id,
    start,
    end,
    speaker,
    speakerStart: null,
    speakerEnd: null,
    speakerName: speaker,
    role: null,
    via: null,
    kind: 'direct',
    use: 'key',
    confidence: 1,
  } as const;
  return verifyQuote(quote, one) as VerifiedQuote;
}

function item(about: Partial<EditionItem> = {}, whatChanged: string | null = null): EditionItem {
  const articles = [OLD, FRESH];
  const digest: Digest = {
    headline: 'Harbour closed after crane falls',
    lede: claim(OLD, 'The harbour is closed.'),
    bullets: [{ ...claim(FRESH, 'The crane was lifted at dawn.'), single: true }],
    quotes: [quoteIn(OLD, 'Ada Quill'), quoteIn(FRESH, 'Ben Orme')],
    contrasts: [],
    timeline: [],
    numbers: [],
    disputed: [],
    coverage: coverageOf(articles),
    whatChanged,
    writer: 'extractive',
  };
  const story = {
    id: 12,
    tenant: OLD.tenant,
    version: 2,
    title: digest.headline,
    articles: 2,
    outlets: 2,
    independent: 2,
    firstAt: OLD.seenAt,
    lastAt: FRESH.seenAt,
    arrivedAt: FRESH.seenAt,
  };
  return { story, digest, plain: digest, articles, kind: 'new', revised: null, ...about };
}

const edition = (...items: EditionItem[]) => ({
  items,
  leftOut: [],
  from: new Date(MADE.getTime() - 24 * HOUR),
  to: MADE,
  madeAt: MADE,
  next: new Date(MADE.getTime() + 24 * HOUR),
  part: null,
});

const lines = (...items: EditionItem[]) =>
  wordsOf(editionMessage(edition(...items), ABOUT, PLACE)).split('\n');

describe('an edition', () => {
  test('shows a new story with its quote, whose last comma led over to the speaker', () => {
    expect(lines(item())).toEqual([
      'News digest · Tue, Mar 3',
      '1. Harbour closed after crane falls',
      'The harbour is closed. The Courier',
      '“We will lift the crane before the weekend” — Ada Quill The Courier',
      'NEW · 2 articles · 2 outlets · /story #12',
      '1 new · every quote is word for word in its source · next digest Wed, Mar 4, 08:30 · subscription #4',
    ]);
  });

  test('tells of one it told before what is new, where that stands, and no quote of last time', () => {
    const [, , told, quote, mark] = lines(
      item({ kind: 'update' }, 'The crane was lifted at dawn.'),
    );
    expect(told).toBe('New: The crane was lifted at dawn. Herald');
    expect(quote).toBe('“It came up in one piece, like a tooth” — Ben Orme Herald');
    expect(mark).toBe('UPDATED · 2 articles · 2 outlets · /story #12');
  });

  test('that was edited says what came at one time in one paragraph, and strikes what holds no longer', () => {
    const early = new Date('2026-03-03T09:05:00Z');
    const nextDay = new Date('2026-03-04T06:45:00Z');
    const late = new Date('2026-03-03T11:20:00Z');
    const revised = {
      at: late,
      texts: [
        { ...claim(FRESH, 'The dock opens at noon.'), at: late },
        { ...claim(FRESH, 'Ships wait outside.'), at: late },
        { ...claim(FRESH, 'Divers went down.'), at: early },
      ],
      corrected: [{ before: 'Two cranes fell.', after: 'One crane fell.', at: nextDay }],
    };
    const shown = editionMessage(edition(item({ revised })), ABOUT, PLACE);
    expect(wordsOf(shown).split('\n').slice(2, 6)).toEqual([
      'Corrected Wed, Mar 4, 07:45 — Two cranes fell. One crane fell.',
      'Updated 12:20 — The dock opens at noon. Ships wait outside. Herald',
      'Updated 10:05 — Divers went down. Herald',
      'The harbour is closed. The Courier',
    ]);
    expect(shown.blocks[2]).toMatchObject({ runs: [{}, { kind: 'struck' }, {}] });
  });
});

test('what is followed says in one line of small print how widely it is told and why it came', () => {
  const told = item({ kind: 'update' }, 'The crane was lifted at dawn.');
  const about = { ...ABOUT, kind: 'follow', subject: 'harbour' } as const;
  expect(
    wordsOf(followMessage(told, edition(told), about, PLACE))
      .split('\n')
      .at(-1),
  ).toBe('UPDATED · 2 articles · 2 outlets · you follow harbour (#4)');
});
