import { describe, expect, test } from 'vitest';
import { render } from '../../src/chat/discord/render.ts';
import type { Message } from '../../src/chat/message.ts';
import { renderSlack } from '../../src/chat/slack/render.ts';
import type { Length } from '../../src/commands/show/digest.ts';
import { digestPosts, followPost } from '../../src/commands/show/digest-posts.ts';
import { editionMessage } from '../../src/commands/show/edition.ts';
import type { EditionItem } from '../../src/desk/make-edition.ts';
import { DAY, HOUR } from '../../src/lib/clock.ts';
import { coverageOf } from '../../src/news/coverage.ts';
import type { PostPart } from '../../src/news/delivery.ts';
import type { Digest } from '../../src/news/digest.ts';
import { type VerifiedQuote, verifyQuote } from '../../src/news/quote.ts';
import { article } from '../support/build.ts';
import { wordsOf } from './place.ts';

const MADE = new Date('2026-03-03T07:30:00Z');
const PLACE = { language: 'en', zone: 'UTC', now: MADE };
const ABOUT = {
  id: 4,
  kind: 'digest',
  length: 'full',
  whenEmpty: 'silence',
  zone: 'UTC',
  subject: 'everything',
} as const;
const LOOK = {
  commands: { story: 'story', ask: 'ask', digest: 'digest', news: 'news' },
  sample: false,
  shared: true,
};

const SENTENCE =
  'Divers from Vissing removed fourteen wrecked boats from the channel during the night, the harbour master of Kelmouth said. ';
const SAID = '“We will lift the crane before the weekend, whatever the weather does to us.”';

/** A story of a lede, as many bullets and a quote. */
function item(id: number, { bullets = 3, ledes = 1 } = {}): EditionItem {
  const one = article({
    id,
    title: `Harbour ${id} closed`,
    url: `https://courier.example/2026/03/03/${'harbour-'.repeat(8)}${id}`,
    text: `${SENTENCE.repeat(bullets + ledes)}${SAID} Ada Quill said.`,
  });
  const claim = { text: SENTENCE.trim(), refs: [{ article: id, start: 0, end: SENTENCE.length }] };
  const start = one.text.indexOf(SAID) + 1;
  const quote = {
    text: SAID.slice(1, -1),
    article: id,
    start,
    end: start + SAID.length - 2,
    speaker: 'Ada Quill',
    speakerStart: null,
    speakerEnd: null,
    speakerName: 'Ada Quill',
    role: null,
    via: null,
    kind: 'direct',
    use: 'key',
    confidence: 1,
  } as const;
  const digest: Digest = {
    headline: `Harbour ${id} closed`,
    lede: { ...claim, text: SENTENCE.repeat(ledes).trim() },
    bullets: Array.from({ length: bullets }, () => ({ ...claim, single: true })),
    quotes: [verifyQuote(quote, one) as VerifiedQuote],
    contrasts: [],
    timeline: [],
    numbers: [],
    disputed: [],
    coverage: coverageOf([one]),
    whatChanged: null,
    writer: 'extractive',
  };
  const story = {
    id,
    tenant: one.tenant,
    version: 1,
    title: digest.headline,
    articles: 1,
    outlets: 1,
    independent: 1,
    firstAt: one.seenAt,
    lastAt: one.seenAt,
    arrivedAt: one.seenAt,
  };
  return { story, digest, plain: digest, articles: [one], kind: 'new', revised: null };
}

const items = (count: number, about = {}) =>
  Array.from({ length: count }, (_, i) => item(i + 1, about));

const onDiscord = (message: Message) =>
  render(message, { shared: true, sample: false, key: 'k', keep: () => {} }).length === 1;
const onSlack = (message: Message) => renderSlack(message, LOOK).length === 1;

const editionOf = (stories: readonly EditionItem[], part: PostPart | null) => ({
  items: stories,
  leftOut: [],
  from: new Date(MADE.getTime() - DAY),
  to: MADE,
  madeAt: MADE,
  next: new Date(MADE.getTime() + DAY),
  part,
});

const posts = (
  stories: readonly EditionItem[],
  { part = null as PostPart | null, length = 'full' as Length, fits = onDiscord } = {},
) => digestPosts(editionOf(stories, part), { ...ABOUT, length }, PLACE, fits);

const LATER = new Date(MADE.getTime() + HOUR);

/** A story to whose post so many sentences were added and some corrected. */
const edited = (one: EditionItem, { texts = 3, corrected = 0 } = {}): EditionItem => ({
  ...one,
  revised: {
    at: LATER,
    texts: Array.from({ length: texts }, (_, i) => ({
      ...one.digest.lede,
      text: `Added ${i}: ${SENTENCE.trim()}`,
      at: new Date(LATER.getTime() - i * HOUR),
    })),
    corrected: Array.from({ length: corrected }, () => ({
      before: SENTENCE,
      after: null,
      at: LATER,
    })),
  },
});

const quotesIn = (message: Message) => wordsOf(message).match(/Ada Quill/g)?.length ?? 0;

describe('a digest', () => {
  test('that fits stays one post', () => {
    const all = posts(items(3));
    expect(all.map(({ stories }) => stories)).toEqual([[1, 2, 3]]);
    expect(wordsOf(all[0]!.message)).not.toContain('1/1');
  });

  test('of short stories loses its last quotes before it is torn in two', () => {
    const seven = items(7, { ledes: 4 });
    expect(
      onDiscord(editionMessage(editionOf(seven, null), { ...ABOUT, length: 'short' }, PLACE)),
    ).toBe(false);
    const all = posts(seven, { length: 'short' });
    expect(all).toHaveLength(1);
    const words = wordsOf(all[0]!.message);
    expect(words.split('2. Harbour 2')[0]).toContain('Ada Quill');
    expect(words.split('7. Harbour 7')[1]).not.toContain('Ada Quill');
    expect(quotesIn(all[0]!.message)).toBeGreaterThan(2);
  });

  test('keeps every quote where the platform has room', () => {
    const [only, ...more] = posts(items(7, { ledes: 4 }), { length: 'short', fits: onSlack });
    expect(more).toEqual([]);
    expect(quotesIn(only!.message)).toBe(7);
  });

  test.each([
    [4, { bullets: 4 }],
    [7, { bullets: 4 }],
    [12, { bullets: 3 }],
    [20, { bullets: 4 }],
    [20, { bullets: 0 }],
    [3, { bullets: 30 }],
  ])('of %i stories, %o, is shared out so that each post is one message', (count, about) => {
    for (const fits of [onDiscord, onSlack]) {
      const all = posts(items(count, about), { fits });
      expect(all.flatMap(({ stories }) => stories)).toEqual(
        items(count).map(({ story }) => story.id),
      );
      for (const { message } of all) expect(fits(message)).toBe(true);
      const counts = all.map(({ stories }) => stories.length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(3);
    }
  });

  test('in two posts counts its stories through, says which post is which, and when the next one comes at the end alone', () => {
    const all = posts(items(7));
    const [first, second] = all.map(({ message }) => wordsOf(message).split('\n'));
    expect(all).toHaveLength(2);
    expect(first?.[0]).toBe('News digest · Tue, Mar 3 · 1/2');
    expect(first).toContain('1. Harbour 1 closed');
    expect(first?.at(-1)).toBe('4 new');
    expect(second?.[0]).toBe('News digest · Tue, Mar 3 · 2/2');
    expect(second).toContain('5. Harbour 5 closed');
    expect(second?.at(-1)).toMatch(/^3 new · .*next digest .*subscription #4$/);
  });
});

describe('a post that is edited', () => {
  const { part } = posts(items(7))[0]!;
  const stories = (count: number, about = {}) =>
    items(4).map((one, i) => (i < count ? edited(one, about) : one));
  const again = (some: readonly EditionItem[], about = {}) => {
    const [only, ...more] = posts(some, { part: part!, ...about });
    expect(more).toEqual([]);
    return only!;
  };

  test('stays the part it was', () => {
    const { message, stories: shown } = again(stories(1));
    expect(shown).toEqual([1, 2, 3, 4]);
    expect(wordsOf(message)).toContain('1/2');
  });

  test('stays one message: what was not edited is shown shorter, what was edited is not', () => {
    const { message } = again(stories(3));
    expect(onDiscord(message)).toBe(true);
    expect(wordsOf(message).match(/Added \d:/g)).toHaveLength(9);
    const [before = '', last] = wordsOf(message).split('4. Harbour 4 closed');
    expect(last).not.toContain('Ada Quill');
    expect(before).toContain('Ada Quill');
  });

  test('loses the oldest lines when nothing else is left, and the corrections last', () => {
    const { message } = again(stories(4, { texts: 9, corrected: 2 }));
    const words = wordsOf(message);
    expect(onDiscord(message)).toBe(true);
    expect(words.match(/Corrected/g)).toHaveLength(8);
    expect(words).toContain('Added 0:');
    expect(words).not.toContain('Added 8:');
  });
});

test('what is followed comes in one message, however much there is of it', () => {
  const long = item(1, { bullets: 40 });
  const { message } = followPost(
    long,
    editionOf([long], null),
    { ...ABOUT, kind: 'follow' },
    PLACE,
    onDiscord,
  );
  expect(onDiscord(message)).toBe(true);
  expect(wordsOf(message)).toContain('Harbour 1 closed');
});
