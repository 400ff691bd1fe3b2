import { describe, expect, test } from 'vitest';
import { sketchOf } from '../../src/cluster/copies.ts';
import { createStoryStream } from '../../src/cluster/stream.ts';
import { DAY, FERRY, HOUR, item, MONDAY, OTHERS, QUAKES } from './invented-news.ts';

function streamWith(held: Parameters<typeof item>[0]) {
  const stream = createStoryStream();
  const original = item(held);
  stream.add(original, 1);
  return { stream, original };
}

describe('copies', () => {
  test('the same text under another title is a copy and belongs to the same story', () => {
    const { stream, original } = streamWith(FERRY.courier);
    const copy = item({ title: '212 saved from stranded ferry', text: FERRY.courier.text });
    expect(stream.place(copy)).toMatchObject({ copyOf: original.id, story: 1 });
  });

  test('a text whose tail was cut off is a copy, and so is the whole after the cut one', () => {
    const half = { title: 'Ferry aground', text: FERRY.courier.text.slice(0, 420) };
    const whole = streamWith(FERRY.courier);
    expect(whole.stream.place(item(half)).copyOf).toBe(whole.original.id);
    const cut = streamWith(half);
    expect(cut.stream.place(item(FERRY.courier)).copyOf).toBe(cut.original.id);
  });

  test('a few changed words do not hide a copy', () => {
    const { stream, original } = streamWith(FERRY.courier);
    const text = FERRY.courier.text.replace('thick fog', 'dense fog').replace('quay', 'pier');
    expect(stream.place(item({ title: 'Ferry aground', text })).copyOf).toBe(original.id);
  });

  test('another outlet telling the same in its own words is no copy', () => {
    const { stream } = streamWith(FERRY.courier);
    expect(stream.place(item(FERRY.herald))).toMatchObject({ copyOf: null, story: 1 });
  });

  test('the same headline with little or no text is no copy', () => {
    const { title } = FERRY.courier;
    const { stream } = streamWith({ title });
    expect(stream.place(item({ title })).copyOf).toBeNull();
    expect(stream.place(item({ title, text: 'Read more on our site.' })).copyOf).toBeNull();
  });

  test('reports of two events from one mould are no copies', () => {
    const { stream } = streamWith(QUAKES.karsund);
    expect(stream.place(item(QUAKES.valdoria)).copyOf).toBeNull();
  });

  test('a notice that stands on every page makes no copies of articles with other headlines', () => {
    const notice =
      'To go on reading please sign in or take out a subscription. Subscribers have full access to everything we publish, on all their devices, and support our work. You can cancel at any time in your settings.';
    const { stream } = streamWith({ title: OTHERS[0].title, text: notice });
    const placed = stream.place(item({ title: OTHERS[1].title, text: notice }));
    expect(placed).toMatchObject({ copyOf: null });
  });

  test('of several copies the oldest one that is held is named', () => {
    const { stream, original } = streamWith(FERRY.courier);
    stream.add(item({ ...FERRY.courier, title: 'Ferry stranded' }), 1);
    const third = item({ ...FERRY.courier, title: 'Ferry passengers safe' });
    expect(stream.place(third).copyOf).toBe(original.id);
    stream.remove(original.id);
    expect(stream.place(third).copyOf).not.toBe(original.id);
    expect(stream.place(third).copyOf).not.toBeNull();
  });

  test('among a thousand copies the first is named, and when it has left the first of those that remain', () => {
    const stream = createStoryStream({ windowMs: DAY });
    const copies = Array.from({ length: 1_000 }, (_, i) =>
      item({ ...FERRY.courier, arrived: MONDAY + i * HOUR }),
    );
    for (const copy of copies) stream.add(copy, 1);
    const again = item(FERRY.courier);
    expect(stream.place(again).copyOf).toBe(copies[0]!.id);
    stream.expire(MONDAY + DAY + 10 * HOUR);
    expect(stream.place(again).copyOf).toBe(copies[10]!.id);
    stream.expire(MONDAY + DAY + 900 * HOUR);
    expect(stream.place(again)).toMatchObject({ story: 1, score: expect.any(Number) });
    expect(stream.place(again).copyOf).toBeGreaterThanOrEqual(copies[900]!.id);
  });

  test('too few words have no sketch', () => {
    expect(sketchOf('', 'Nobody was hurt, officials said.')).toBeNull();
  });
});
