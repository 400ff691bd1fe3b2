import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Quote, QuoteUse } from '../../src/news/quote.ts';
import { answerQuestion } from '../../src/summarise/answer.ts';
import { writeDigest } from '../../src/summarise/digest.ts';

const shared = new URL('../../../shared', import.meta.url).pathname;
const gold = join(shared, 'data/quotes/seeds-gold.jsonl');
const isThere = existsSync(gold) && existsSync(join(shared, 'seeds'));

type Row = {
  readonly quotes: readonly {
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly speaker: string;
    readonly speaker_resolved: string | null;
    readonly role: string;
    readonly use: QuoteUse;
  }[];
};

/** The two articles, the first dated by its own footer, with the quotes that a reader marked in them. */
function seeds() {
  const dir = join(shared, 'seeds');
  const rows = readFileSync(gold, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const articles = readdirSync(dir)
    .sort()
    .map((name, i) => {
      const text = readFileSync(join(dir, name), 'utf8');
      const publishedAt = i === 0 ? new Date('2022-10-21T15:25:00Z') : null;
      return {
        id: i + 1,
        title: text.split('\n', 1)[0] ?? '',
        text,
        outlet: null,
        url: null,
        publishedAt,
        language: 'en',
      };
    });
  const quotes = rows.flatMap((row, i) =>
    row.quotes.map(
      ({ quote: text, start, end, speaker, speaker_resolved, role, use }): Quote => ({
        text,
        article: i + 1,
        start,
        end,
        speaker,
        speakerStart: null,
        speakerEnd: null,
        // "a statement" resolves to nobody.
        speakerName: /^\p{Lu}/u.test(speaker_resolved ?? '') ? speaker_resolved : null,
        role: role || null,
        via: null,
        kind: 'direct',
        use,
        confidence: 0.9,
      }),
    ),
  );
  return { articles, quotes };
}

describe.skipIf(!isThere)('the two seed articles (skipped where ../shared is absent)', () => {
  const { articles, quotes } = isThere ? seeds() : { articles: [], quotes: [] };
  const digest = writeDigest({ articles, quotes });
  const told = [digest.lede.text, ...digest.bullets.map((b) => b.text)].join('\n');

  it('tell that Austin spoke to Shoigu on Friday to keep lines of communication open, by both', () => {
    expect(digest.lede.text).toMatch(/Austin/);
    expect(digest.lede.text).toMatch(/Shoigu/);
    expect(digest.lede.text).toMatch(/by phone on Friday/);
    expect(digest.lede.text).toMatch(/lines of communication” open/);
    expect(new Set(digest.lede.refs.map((r) => r.article)).size).toBe(2);
  });

  it('tell that he called Reznikov to restate support, by both', () => {
    const bullet = digest.bullets.find((b) => b.text.includes('Reznikov'));
    expect(bullet).toMatchObject({ single: false });
    expect(new Set(bullet?.refs.map((r) => r.article)).size).toBe(2);
  });

  it('offer the four quotes with their speakers', () => {
    expect(digest.quotes.map((q) => q.speakerName).sort()).toEqual([
      'Alexander Lukashenko',
      'Dmitry Peskov',
      'Dmitry Peskov',
      'Pat Ryder',
    ]);
    const peskov = digest.quotes.filter((q) => q.speakerName === 'Dmitry Peskov');
    expect(new Set(peskov.map((q) => q.article)).size).toBe(2);
  });

  it('spring none of the traps', () => {
    const all = JSON.stringify(digest);
    expect(all).not.toMatch(/sabotaged|aaronjmate|Durden|Unwavering commitment against/);
    expect(digest.timeline.map((t) => t.date)).not.toContain('2022-10-18');
    expect(digest.headline).not.toContain('Ukraine, USA');
    for (const { text } of [digest.lede, ...digest.bullets]) {
      expect(text).not.toMatch(/^(?:He|“Putin)/);
      if (/open(?:ed)?”? to talks/.test(text)) expect(text).toMatch(/Kremlin|Peskov/);
    }
    expect(told).not.toContain('Russian “.');
    expect(told).not.toContain('unshakable');
  });

  it('place Friday by the first article alone, and name who is accused by whom', () => {
    const friday = digest.timeline.filter((t) => t.date === '2022-10-21');
    expect(friday.length).toBeGreaterThan(0);
    expect(friday.every((t) => t.refs[0]?.article === 1)).toBe(true);
    expect(digest.disputed.some(({ text }) => /^Moscow has also accused/.test(text))).toBe(true);
  });

  it('answer what Peskov said about talks', () => {
    const { answered, answer } = answerQuestion(
      { text: 'what did peskov say about talks', language: null, now: new Date('2022-10-22') },
      { articles, quotes },
    );
    expect(answered).toBe(true);
    expect(answer[0]?.quote?.speakerName).toBe('Dmitry Peskov');
    expect(answer[0]?.text).toMatch(/talks/);
  });
});
