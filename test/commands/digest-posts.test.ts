import { describe, expect, test } from 'vitest';
import { render } from '../../src/chat/discord/render.ts';
import type { Message } from '../../src/chat/message.ts';
import { renderSlack } from '../../src/chat/slack/render.ts';
import { digestPosts } from '../../src/commands/show/digest-posts.ts';
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
function item(id: number, { bullets = 3 } = {}): EditionItem {
  const one = article({
    id,
    title: `Harbour ${id} closed`,
    url: `https://courier.example/2026/03/03/${'harbour-'.repeat(8)}${id}`,
    text: `${SENTENCE.repeat(bullets + 1)}${SAID} Ada Quill said.`,
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
    lede: claim,
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

const posts = (stories: readonly EditionItem[], part: PostPart | null = null) =>
  digestPosts(
    {
      items: stories,
      leftOut: [],
      from: new Date(MADE.getTime() - DAY),
      to: MADE,
      madeAt: MADE,
      next: new Date(MADE.getTime() + DAY),
      part,
    },
    ABOUT,
    PLACE,
  );

const messagesOnDiscord = (message: Message) =>
  render(message, { shared: true, sample: false, key: 'k', keep: () => {} }).length;
const messagesOnSlack = (message: Message) => renderSlack(message, LOOK).length;

const edited = (one: EditionItem): EditionItem => ({
  ...one,
  revised: {
    at: new Date(MADE.getTime() + HOUR),
    texts: [1, 2, 3].map(() => ({
      ...one.digest.lede,
      text: `Added: ${SENTENCE.trim()}`,
      at: new Date(MADE.getTime() + HOUR),
    })),
    corrected: [],
  },
});

describe('a digest', () => {
  test('that fits stays one post', () => {
    const all = posts(items(3));
    expect(all.map(({ stories }) => stories)).toEqual([[1, 2, 3]]);
    expect(wordsOf(all[0]!.message)).not.toContain('1/1');
  });

  test.each([
    [4, 4],
    [7, 4],
    [12, 3],
    [20, 4],
    [20, 0],
  ])(
    'of %i stories with %i facts each is shared out so that each post is one message on every platform',
    (count, bullets) => {
      const all = posts(items(count, { bullets }));
      expect(all.flatMap(({ stories }) => stories)).toEqual(
        items(count).map(({ story }) => story.id),
      );
      for (const { message } of all) {
        expect(messagesOnDiscord(message)).toBe(1);
        expect(messagesOnSlack(message)).toBe(1);
      }
      const most = Math.max(...all.map(({ stories }) => stories.length));
      expect(most - Math.min(...all.map(({ stories }) => stories.length))).toBeLessThan(
        most / 2 + 1,
      );
    },
  );

  test('in two posts counts its stories through, says which post is which, and when the next one comes at the end alone', () => {
    const [first, second] = posts(items(7)).map(({ message }) => wordsOf(message).split('\n'));
    expect(first?.[0]).toBe('News digest · Tue, Mar 3 · 1/2');
    expect(first).toContain('1. Harbour 1 closed');
    expect(first?.at(-1)).toBe('4 new');
    expect(second?.[0]).toBe('News digest · Tue, Mar 3 · 2/2');
    expect(second).toContain('5. Harbour 5 closed');
    expect(second?.at(-1)).toMatch(/^3 new · .*next digest .*subscription #4$/);
  });
});

describe('a post that is edited', () => {
  const [first] = posts(items(7));
  const grown = items(4).map((one, i) => (i === 2 ? edited(one) : one));

  test('stays the part it was', () => {
    const [again, ...more] = posts(grown, first!.part);
    expect(more).toEqual([]);
    expect(again?.stories).toEqual([1, 2, 3, 4]);
    expect(wordsOf(again!.message)).toContain('1/2');
  });

  test('stays one message: what was not edited is shown shorter, what was edited is not', () => {
    const every = items(4).map((one, i) => (i < 3 ? edited(one) : one));
    const [again] = posts(every, first!.part);
    const words = wordsOf(again!.message);
    expect(messagesOnDiscord(again!.message)).toBe(1);
    expect(words.match(/Added:/g)).toHaveLength(9);
    const [before = '', last] = words.split('4. Harbour 4 closed');
    expect(last).not.toContain('Ada Quill');
    expect(before).toContain('Ada Quill');
  });
});
