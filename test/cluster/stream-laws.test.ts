import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createStoryStream, type StoryStream, type StreamItem } from '../../src/cluster/stream.ts';
import type { StoryId } from '../../src/news/story.ts';
import { DAY, FERRY, item, MONDAY, OTHERS, QUAKES, storiesOf } from './invented-news.ts';

const TEXTS = [...Object.values(FERRY), ...Object.values(QUAKES), ...OTHERS];
const WINDOW = 10 * DAY;

// Articles made of pieces of the invented ones, so that some are of one story, some are copies and most are neither.
const anyItem = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    from: fc.integer({ min: 0, max: 200 }),
    length: fc.constantFrom(0, 120, 300, 900),
    hasTitle: fc.boolean(),
    dated: fc.boolean(),
    later: fc.integer({ min: 0, max: 3 * DAY }),
  })
  .map((made) => made);

const anyItems = fc.array(anyItem, { minLength: 2, maxLength: 25 }).map((list) => {
  let arrived = MONDAY;
  return list.map(({ text, from, length, hasTitle, dated, later }, id): StreamItem => {
    arrived += later;
    return item({
      id,
      title: hasTitle ? text.title : '',
      text: text.text.slice(from, from + length),
      at: dated ? arrived : null,
      arrived,
    });
  });
});

type Taken = { readonly item: StreamItem; story: StoryId };

/** A live run; what is returned is what a store would hold at its end. */
function live(items: readonly StreamItem[], stream: StoryStream): Taken[] {
  const taken: Taken[] = [];
  let stories = 0;
  for (const each of items) {
    stream.expire(each.arrived);
    const { story, merges } = stream.place(each);
    const joined = story ?? ++stories;
    stream.add(each, joined);
    taken.push({ item: each, story: joined });
    for (const { from, into } of merges) {
      stream.merge(from, into);
      for (const one of taken) if (one.story === from) one.story = into;
    }
  }
  return taken;
}

test('asking for a place changes no later decision', () => {
  fc.assert(
    fc.property(anyItems, anyItems, (items, asked) => {
      const quiet = createStoryStream({ windowMs: WINDOW });
      const busy = createStoryStream({ windowMs: WINDOW });
      const noisy: StoryStream = {
        ...busy,
        place(each) {
          const first = busy.place(each);
          for (const other of asked) busy.place(other);
          expect(busy.place(each)).toEqual(first);
          return first;
        },
      };
      expect(storiesOf(items, noisy)).toEqual(storiesOf(items, quiet));
    }),
    { numRuns: 40, seed: 1 },
  );
});

test('a stream rebuilt from what is still in the window decides as the live one does', () => {
  fc.assert(
    fc.property(anyItems, anyItems, (items, probes) => {
      const stream = createStoryStream({ windowMs: WINDOW });
      const taken = live(items, stream);
      const now = items.at(-1)!.arrived;
      const rebuilt = createStoryStream({ windowMs: WINDOW });
      for (const one of taken) {
        if (one.item.arrived >= now - WINDOW) rebuilt.add(one.item, one.story);
      }
      for (const probe of probes) expect(rebuilt.place(probe)).toEqual(stream.place(probe));
    }),
    { numRuns: 60, seed: 2 },
  );
});

test('the same articles in the same order make the same stories', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      expect(storiesOf(items)).toEqual(storiesOf(items));
    }),
    { numRuns: 20, seed: 3 },
  );
});

test('taking an article in and out again leaves no trace', () => {
  fc.assert(
    fc.property(anyItems, anyItems, (items, passing) => {
      const stream = createStoryStream();
      live(items, stream);
      const before = items.map((each) => stream.place({ ...each, id: -1 }));
      for (const [i, each] of passing.entries())
        stream.add({ ...each, id: 1_000 + i }, 1 + (i % 3));
      for (const i of passing.keys()) stream.remove(1_000 + i);
      expect(items.map((each) => stream.place({ ...each, id: -1 }))).toEqual(before);
    }),
    { numRuns: 30, seed: 4 },
  );
});

test('no text, language or address makes the stream fail', () => {
  const stream = createStoryStream();
  let id = 0;
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc.option(fc.constantFrom('en', 'de', 'zh', 'th', 'ru', 'xx', '', 'constructor')),
      fc.option(fc.webUrl({ withFragments: true, withQueryParameters: true })),
      (title, text, language, url) => {
        const each = item({ id: id++, title, text, language, url });
        const { story } = stream.place(each);
        stream.add(each, story ?? id);
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});
