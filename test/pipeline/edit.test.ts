import { describe, expect, test } from 'vitest';
import { sentence } from '../../src/chat/message.ts';
import { DAY, HOUR, MINUTE } from '../../src/lib/clock.ts';
import { PACE_MS } from '../../src/pipeline/deliver-outcome.ts';
import { editPosts } from '../../src/pipeline/edit.ts';
import { withdrawnIn, withoutWithdrawn } from '../../src/pipeline/edit-withdrawn.ts';
import { addMute } from '../../src/store/mutes.ts';
import type { Db } from '../../src/store/schema.ts';
import { mergeStories } from '../../src/store/stories.ts';
import { dropSubscription, pauseSubscription } from '../../src/store/subscriptions.ts';
import { article } from '../support/build.ts';
import { crier, showFully, showPlainly } from '../support/delivering.ts';
import { arrive } from '../support/newsroom.ts';
import { temporaryStore } from '../support/store.ts';

const HARBOUR = {
  title: 'Kelmouth harbour closes',
  text: 'The harbour of Kelmouth was closed on Monday after the storm tore away two piers. Eleven boats were lost in the storm, the harbour master said.',
};
const DIVERS = {
  title: 'Divers work in Kelmouth',
  outlet: 'Courier',
  text: 'Divers from Vissing removed 14 wrecks from the channel during the night.',
};
const FERRY = {
  title: 'Ferry of Kelmouth',
  outlet: 'Daily',
  text: 'The ferry company of Ostrand cancelled 12 sailings to Kelmouth until Thursday.',
};
const CORRECTED = {
  ...HARBOUR,
  text: HARBOUR.text.replace('Eleven boats were lost', 'Nine boats were lost'),
  revises: 1,
};

/** A story that was posted in a channel at half past eight. */
async function posted(about = {}, show = showFully) {
  const db = await temporaryStore();
  const at = crier(db, '2026-03-02T08:00:00Z', show);
  const here = await at.subscribe('general', about);
  const story = await arrive(db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
  at.at('2026-03-02T08:30:00Z');
  await at.publish();
  await at.deliver();
  const lines = () => at.read('general').map((message) => message.split('\n'));
  return { db, ...at, here, story, lines };
}

const columns = (db: Db) =>
  db
    .selectFrom('deliveries')
    .select(['state', 'edited_at', 'edits_ended', 'sent_id'])
    .executeTakeFirstOrThrow();

const FIRST = expect.stringMatching(/^new #1 v1: Kelmouth harbour closes/);

describe('a post', () => {
  test('of which nothing changed is left alone', async () => {
    const { edit, pass, asked, lines } = await posted();
    for (let i = 0; i < 5; i += 1) {
      pass(10 * MINUTE);
      expect(await edit()).toBe(0);
    }
    expect(asked).toEqual(['post general']);
    expect(lines()).toEqual([[FIRST]]);
  });

  test('says what became of its story once that rests, and is not posted again', async () => {
    const { db, story, at, edit, asked, lines } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    at('2026-03-02T09:04:00Z');
    expect(await edit()).toBe(0);
    at('2026-03-02T09:05:00Z');
    expect(await edit()).toBe(1);
    expect(await edit()).toBe(0);
    expect(asked).toEqual(['post general', 'edit general']);
    expect(lines()).toEqual([[expect.stringContaining('new #1 v2:'), `09:05 ${DIVERS.text}`]]);
    expect(await columns(db)).toMatchObject({
      state: 'sent',
      sent_id: 'm1',
      edited_at: Date.parse('2026-03-02T09:05:00Z'),
    });
  });

  test('of a story that never rests is edited after a quarter of an hour all the same', async () => {
    const { db, story, pass, at, edit, lines } = await posted();
    at('2026-03-02T09:00:00Z');
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    const counts = [];
    for (let i = 0; i < 5; i += 1) {
      await arrive(db, pass(3 * MINUTE), { ...HARBOUR, outlet: `Copy ${i}`, story });
      counts.push(await edit());
    }
    expect(counts).toEqual([0, 0, 0, 0, 1]);
    expect(lines()[0]).toContain(`09:15 ${DIVERS.text}`);
  });

  test('that was edited keeps the earlier line under the new one, and rests between', async () => {
    const { db, story, at, edit, lines } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    at('2026-03-02T09:05:00Z');
    await edit();
    await arrive(db, at('2026-03-02T09:06:00Z'), { ...FERRY, story });
    at('2026-03-02T09:19:00Z');
    expect(await edit()).toBe(0);
    at('2026-03-02T09:20:00Z');
    expect(await edit()).toBe(1);
    expect(lines()[0]?.slice(1)).toEqual([`09:20 ${FERRY.text}`, `09:05 ${DIVERS.text}`]);
  });

  test('of an edition in two posts is edited by itself, as the part it is', async () => {
    const db = await temporaryStore();
    const at = crier(db, '2026-03-02T08:00:00Z', async ({ items, part }) =>
      items.map(({ story, digest, revised }, i) => {
        const mine = part ?? { number: i + 1, of: items.length, before: i };
        const added = revised?.texts.map(({ text }) => text) ?? [];
        const words = [`${mine.number}/${mine.of} ${digest.headline}`, ...added].join(' ');
        return { message: sentence(words), stories: [story.id], part: mine };
      }),
    );
    await at.subscribe('general');
    const harbour = await arrive(db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
    await arrive(db, at.at('2026-03-02T08:11:00Z'), { title: 'Tolmen library opens again' });
    at.at('2026-03-02T08:30:00Z');
    await at.publish();
    await at.deliver();
    at.pass(PACE_MS);
    await at.deliver();
    const before = at.read('general');
    await arrive(db, at.at('2026-03-02T09:00:00Z'), { ...DIVERS, story: harbour });
    at.at('2026-03-02T09:05:00Z');
    expect(await at.edit()).toBe(1);
    const after = before.map((words) =>
      words.endsWith(HARBOUR.title) ? `${words} ${DIVERS.text}` : words,
    );
    expect(before.map((words) => words.slice(0, 3))).toEqual(['1/2', '2/2']);
    expect(at.read('general')).toEqual(after);
  });

  test('of which only another copy came is not edited, and not looked at again', async () => {
    const { db, story, at, pass, edit, asked } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...HARBOUR, outlet: 'Courier', story });
    pass(10 * MINUTE);
    await edit();
    pass(HOUR);
    await edit();
    expect(asked).toEqual(['post general']);
  });

  test('shows what was corrected at its source, with what it says now', async () => {
    const { db, story, at, edit, lines } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...CORRECTED, story });
    at('2026-03-02T09:05:00Z');
    expect(await edit()).toBe(1);
    expect(lines()[0]?.slice(1)).toEqual([
      '~Eleven boats were lost in the storm, the harbour master said.~ Nine boats were lost in the storm, the harbour master said.',
    ]);
  });

  test('corrects one sentence of two that stand together, and keeps the other', () => {
    const wind = {
      title: 'Wind farm of Brisa',
      outlet: 'Daily',
      text: 'Brisa will have 42 turbines, the minister said on Monday. They will stand nine miles off the coast of Punta Brisa.',
    };
    const claim = {
      text: wind.text,
      refs: [
        { article: 1, start: 0, end: 57 },
        { article: 1, start: 58, end: wind.text.length },
      ],
    };
    const readings = {
      superseded: [article({ id: 1, ...wind })],
      articles: [article({ id: 2, ...wind, text: wind.text.replace('42', '24') })],
      language: 'en',
    };
    const gone = withdrawnIn(claim, readings);
    expect(gone).toEqual(['Brisa will have 42 turbines, the minister said on Monday.']);
    expect(withoutWithdrawn(claim, gone, readings)).toEqual({
      text: 'They will stand nine miles off the coast of Punta Brisa.',
      refs: [claim.refs[1]],
    });
    const both = article({ id: 3, ...wind });
    expect(withdrawnIn(claim, { ...readings, articles: [both] })).toEqual([]);
  });

  test('shows a sentence that was taken out at its source as taken out', async () => {
    const { db, story, at, edit, lines } = await posted();
    const text = HARBOUR.text.split('. ')[0];
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...CORRECTED, text: `${text}.`, story });
    at('2026-03-02T09:05:00Z');
    await edit();
    expect(lines()[0]?.slice(1)).toEqual([
      '~Eleven boats were lost in the storm, the harbour master said.~',
    ]);
  });

  test('does not correct a sentence that it did not show', async () => {
    const { db, story, at, edit, asked } = await posted({}, showPlainly);
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...CORRECTED, story });
    at('2026-03-02T09:05:00Z');
    expect(await edit()).toBe(0);
    expect(asked).toEqual(['post general']);
  });

  test('that said what is new says it as it was corrected', async () => {
    const { db, story, at, edit, publish, deliver, read } = await posted(
      { schedule: { times: ['08:30', '09:30'], days: [1], everyMinutes: null } },
      async (edition, subscription) => {
        const items = edition.items.map(({ digest, ...item }) => ({
          ...item,
          digest: { ...digest, headline: digest.whatChanged ?? digest.headline },
        }));
        return showPlainly({ ...edition, items }, subscription);
      },
    );
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    at('2026-03-02T09:30:00Z');
    await publish();
    await deliver();
    expect(read('general')[1]).toContain(`update #1 v2: ${DIVERS.text}`);
    const text = DIVERS.text.replace('14 wrecks', '15 wrecks');
    await arrive(db, at('2026-03-02T09:40:00Z'), { ...DIVERS, text, revises: 2, story });
    at('2026-03-02T09:50:00Z');
    await edit();
    expect(read('general')[1]?.split('\n')).toEqual([
      `update #1 v3: ${text}`,
      `~${DIVERS.text}~ ${text}`,
    ]);
  });

  test('shows no correction while another article still says it', async () => {
    const { db, story, at, edit, asked } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...HARBOUR, outlet: 'Courier', story });
    await arrive(db, at('2026-03-02T09:00:00Z'), {
      ...HARBOUR,
      text: `${HARBOUR.text.split('. ')[0]}.`,
      revises: 1,
      story,
    });
    at('2026-03-02T09:10:00Z');
    await edit();
    expect(asked).toEqual(['post general']);
  });

  test('shows a headline that was corrected', async () => {
    const { db, story, at, edit, lines } = await posted();
    const title = 'Kelmouth harbour stays open';
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...HARBOUR, title, revises: 1, story });
    at('2026-03-02T09:05:00Z');
    expect(await edit()).toBe(1);
    expect(lines()).toEqual([
      [expect.stringContaining(`new #1 v2: ${title}`), `~${HARBOUR.title}~ ${title}`],
    ]);
  });

  test('shows a line that it added and that was corrected since as corrected', async () => {
    const { db, story, at, edit, lines } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    at('2026-03-02T09:05:00Z');
    await edit();
    const text = DIVERS.text.replace('14 wrecks', '15 wrecks');
    await arrive(db, at('2026-03-02T09:30:00Z'), { ...DIVERS, text, revises: 2, story });
    at('2026-03-02T09:35:00Z');
    expect(await edit()).toBe(1);
    expect(lines()[0]?.slice(1)).toEqual([`~${DIVERS.text}~ ${text}`]);
  });

  test('holds the three newest lines at most', async () => {
    const { db, story, at, pass, edit, lines } = await posted();
    at('2026-03-02T09:00:00Z');
    for (const [i, text] of [
      DIVERS.text,
      FERRY.text,
      'A crane from Tolmen lifted the sunken lightship onto a barge.',
      'The insurance company of Gorsby pays 3 million euros for the ruined piers.',
      'Police arrested a watchman who had left the storm gates of the dock open.',
    ].entries()) {
      await arrive(db, pass(16 * MINUTE), {
        title: `Part ${i}`,
        outlet: `Outlet ${i}`,
        text,
        story,
      });
      pass(5 * MINUTE);
      await edit();
    }
    const added = lines()[0]?.slice(1) ?? [];
    expect(added).toHaveLength(3);
    expect(added).toEqual(added.toSorted().toReversed());
    expect(added.join()).not.toContain(DIVERS.text);
  });

  test('of two stories of which one went into the other moves on in one place and keeps what the other told', async () => {
    const db = await temporaryStore();
    const { at, subscribe, publish, deliver, edit, read } = crier(
      db,
      '2026-03-02T08:00:00Z',
      showFully,
    );
    await subscribe('general');
    const first = await arrive(db, at('2026-03-02T08:10:00Z'), HARBOUR);
    const second = await arrive(db, at('2026-03-02T08:10:00Z'), DIVERS);
    at('2026-03-02T08:30:00Z');
    await publish();
    await deliver();
    const before = read('general')[0] ?? '';
    expect(before).toContain(DIVERS.text);
    expect(before).toContain('Eleven boats were lost');
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...FERRY, story: first });
    await mergeStories(db, '*', { from: second, into: first });
    at('2026-03-02T09:15:00Z');
    expect(await edit()).toBe(1);
    const after = read('general')[0] ?? '';
    expect(after.split(FERRY.text)).toHaveLength(2);
    expect(after).toContain(DIVERS.text);
    expect(after).toContain('Eleven boats were lost');
    at('2026-03-02T11:00:00Z');
    expect(await edit()).toBe(0);
  });

  test('of a part whose story went into one of another part stays as it is', async () => {
    const db = await temporaryStore();
    const at = crier(db, '2026-03-02T08:00:00Z', async (edition, subscription) => {
      const [all] = await showFully(edition, subscription);
      if (edition.part !== null) return [{ ...all!, part: edition.part }];
      const each = edition.items.map((one) =>
        showFully({ ...edition, items: [one] }, subscription),
      );
      const posts = (await Promise.all(each)).flat();
      return posts.map((post, i) => ({
        ...post,
        part: { number: i + 1, of: posts.length, before: i },
      }));
    });
    await at.subscribe('general');
    const first = await arrive(db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
    const second = await arrive(db, at.at('2026-03-02T08:10:00Z'), DIVERS);
    at.at('2026-03-02T08:30:00Z');
    await at.publish();
    await at.deliver();
    at.pass(PACE_MS);
    await at.deliver();
    const before = at.read('general');
    expect(before).toHaveLength(2);
    await arrive(db, at.at('2026-03-02T09:00:00Z'), { ...FERRY, story: first });
    await mergeStories(db, '*', { from: second, into: first });
    at.at('2026-03-02T09:15:00Z');
    await at.edit();
    const after = at.read('general');
    expect(after.filter((words) => words.includes(FERRY.text))).toHaveLength(1);
    expect(after.filter((words) => words.includes(DIVERS.text))).toHaveLength(1);
  });

  test('follows its story into another one', async () => {
    const { db, story, at, edit, lines } = await posted();
    const other = await arrive(db, at('2026-03-02T09:00:00Z'), DIVERS);
    await mergeStories(db, '*', { from: story, into: other });
    at('2026-03-02T09:15:00Z');
    expect(await edit()).toBe(1);
    expect(lines()[0]?.slice(1)).toEqual([`09:15 ${DIVERS.text}`]);
  });

  test('is edited in quiet hours too: that wakes nobody', async () => {
    const { db, story, at, edit } = await posted({ quiet: { from: '09:00', to: '12:00' } });
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    at('2026-03-02T09:05:00Z');
    expect(await edit()).toBe(1);
  });

  test('of yesterday is left as it was', async () => {
    const { db, story, at, pass, edit, asked } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    pass(DAY);
    await edit();
    expect(asked).toEqual(['post general']);
  });
});

test('what an edit showed comes as an update with the next edition', async () => {
  const { db, story, at, edit, publish, deliver, lines } = await posted({
    schedule: { times: ['08:30', '12:00'], days: [1], everyMinutes: null },
  });
  await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
  at('2026-03-02T09:05:00Z');
  await edit();
  at('2026-03-02T12:00:00Z');
  await publish();
  await deliver();
  expect(lines()).toHaveLength(2);
  expect(lines()[1]).toEqual([expect.stringMatching(/^update #1 v2/)]);
});

describe('an edit', () => {
  test('of a message that somebody deleted is never tried again, and posts nothing', async () => {
    const { db, story, at, pass, edit, asked, standing } = await posted();
    standing.splice(0);
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    pass(5 * MINUTE);
    await edit();
    await arrive(db, pass(MINUTE), { ...FERRY, story });
    pass(HOUR);
    await edit();
    expect(asked).toEqual(['post general', 'edit general']);
    expect(standing).toEqual([]);
    expect(await columns(db)).toMatchObject({ edits_ended: 'Unknown Message', edited_at: null });
  });

  test.each([
    ['the platform is busy', { kind: 'busy', retryAfterMs: 90_000 } as const, 2 * MINUTE],
    ['nobody knows how it ended', { kind: 'unknown', reason: 'reset' } as const, 2 * MINUTE],
    ['there is a fault in it', new Error('socket hang up'), 16 * MINUTE],
  ])('where %s is made later', async (_, answer, wait) => {
    const { db, story, at, pass, edit, edits, lines, asked } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    pass(5 * MINUTE);
    edits(answer);
    expect(await edit()).toBe(0);
    edits(null);
    expect(await edit()).toBe(0);
    expect(asked).toHaveLength(2);
    pass(wait);
    expect(await edit()).toBe(1);
    expect(lines()[0]).toHaveLength(2);
  });

  test('that two programs want to make at once is made by one', async () => {
    const { db, story, at, pass, edit, asked } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    pass(5 * MINUTE);
    expect((await Promise.all([edit(), edit()])).toSorted()).toEqual([0, 1]);
    expect(asked).toEqual(['post general', 'edit general']);
  });

  test.each([
    ['paused', pauseSubscription],
    ['ended', dropSubscription],
  ])('is not made for a subscription that is %s', async (_, stop) => {
    const { db, here, story, at, pass, edit, asked } = await posted();
    await stop(db, here.tenant, here.id);
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    pass(HOUR);
    await edit();
    expect(asked).toEqual(['post general']);
  });

  test('says nothing of a story that the channel muted meanwhile', async () => {
    const { db, here, clock, story, at, pass, edit, asked } = await posted();
    const about = { kind: 'story', story } as const;
    await addMute(db, here.tenant, { channel: here.channel, about, byName: 'Ida', at: clock() });
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    pass(HOUR);
    await edit();
    expect(asked).toEqual(['post general']);
  });

  test('that would take two posts is not made', async () => {
    const { db, clock, publishing, poster, story, at, pass, asked } = await posted();
    await arrive(db, at('2026-03-02T09:00:00Z'), { ...DIVERS, story });
    pass(HOUR);
    const show: typeof publishing.show = async (...of) => {
      const [post] = await publishing.show(...of);
      return post ? [post, post] : [];
    };
    expect(await editPosts({ db, clock, log: publishing.log, poster, show })).toBe(0);
    expect(asked).toEqual(['post general']);
  });
});

describe('many edits', () => {
  /** A story in the posts of so many channels, that went on, and a platform on which an edit takes so long. */
  async function manyPosts(channels: number, tookMs: number) {
    const db = await temporaryStore();
    const at = crier(db, '2026-03-02T08:00:00Z');
    for (let i = 0; i < channels; i += 1) await at.subscribe(`c${i}`);
    const story = await arrive(db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
    at.at('2026-03-02T08:30:00Z');
    await at.publish();
    await at.deliver();
    await arrive(db, at.at('2026-03-02T08:40:00Z'), { ...DIVERS, story });
    at.at('2026-03-02T08:46:00Z');
    at.asked.splice(0);
    let ms = 0;
    const poster: typeof at.poster = {
      ...at.poster,
      edit(...of) {
        ms += tookMs;
        return at.poster.edit(...of);
      },
    };
    const deps = { db, clock: at.clock, log: at.publishing.log, poster, show: showPlainly };
    return { ...at, beat: () => editPosts({ ...deps, elapsed: () => ms }) };
  }

  test('are all made with the next beat where the platform answers', async () => {
    const { beat, asked } = await manyPosts(30, 100);
    expect(await beat()).toBe(30);
    expect(asked).toHaveLength(30);
  });

  test('that time out end their beat after half a minute; the others are tried before them', async () => {
    const { beat, edits, asked, pass } = await manyPosts(5, 10_000);
    edits({ kind: 'unknown', reason: 'no answer in time' });
    expect(await beat()).toBe(0);
    expect(asked).toEqual(['edit c0', 'edit c1', 'edit c2']);
    pass(MINUTE);
    expect(await beat()).toBe(0);
    expect(asked.slice(3)).toEqual(['edit c3', 'edit c4', 'edit c0']);
    pass(MINUTE);
    edits(null);
    expect(await beat()).toBe(3);
  });
});
