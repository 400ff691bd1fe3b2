import { describe, expect, test } from 'vitest';
import { answerTo } from '../support/answering.ts';
import { ada, BAKERY, ben, CRANE, OTHER, place, TENANT } from './place.ts';

async function here() {
  const at = await place();
  const rows = await at.db.selectFrom('stories').select(['id', 'title']).execute();
  return { ...at, crane: rows.find(({ title }) => title === CRANE.title)!.id };
}

describe('muting', () => {
  test('a story or words, said to everybody, with a way back', async () => {
    const { db, say, crane } = await here();
    const story = await say(`/news mute #${crane}`);
    expect(story).toMatchObject({ trouble: false, shared: true });
    expect(story.words).toBe(
      `Ada muted story #${crane}: no digest of this channel brings it any more.`,
    );
    const words = await say('/news mute Cup Final');
    expect(words.words).toContain('Ada muted “Cup Final”');
    const kept = await db
      .selectFrom('mutes')
      .select(['tenant', 'story_id', 'phrase', 'by_name'])
      .execute();
    expect(kept).toEqual([
      { tenant: TENANT, story_id: crane, phrase: null, by_name: 'Ada' },
      { tenant: TENANT, story_id: null, phrase: 'Cup Final', by_name: 'Ada' },
    ]);
    for (const { buttons } of [story, words]) {
      const undone = await say(buttons.Undo ?? '');
      expect(undone).toMatchObject({ trouble: false, shared: true });
      expect(undone.words).toContain('digests here may bring it again');
    }
    expect(await db.selectFrom('mutes').selectAll().execute()).toEqual([]);
  });

  test.each(['crane', '#1'])(
    '%s keeps it out of what the channel would get, and of no other',
    async (what) => {
      const { say, crane } = await here();
      await say('/news subscribe top 1');
      await say(`/news subscribe in:${OTHER}`);
      await say(`/news mute ${what.replace('#1', `#${crane}`)}`);
      const muted = await say('/news test #1');
      expect(muted.words).toContain(BAKERY.title);
      expect(muted.words).not.toContain(CRANE.title);
      expect((await say('/news test #2')).words).toContain(CRANE.title);
    },
  );

  test.each(['he said "no"', '“no”', 'what:now', 'that: this', '3d', '#hashtag'])(
    'whatever the words are, the button takes them back: %s',
    async (what) => {
      const { db, options, say } = await here();
      const muted = await options('news mute', { what });
      expect(muted.trouble).toBe(false);
      expect(await say(muted.buttons.Undo ?? '')).toMatchObject({ trouble: false });
      expect(await db.selectFrom('mutes').selectAll().execute()).toEqual([]);
    },
  );

  test('twice is refused, whatever the letters; what is not muted cannot be let come again', async () => {
    const { say } = await here();
    expect((await say('/news unmute')).words).toContain('Nothing is muted here.');
    await say('/news mute football');
    expect((await say('/news mute FOOTBALL')).words).toContain('is muted here already');
    expect((await say('/news unmute golf')).words).toContain('“golf” is not muted here.');
    expect((await say('/news unmute')).words).toContain(
      'Muted here: “football”. Say which, such as /news unmute "football"',
    );
    expect((await say('/news mute #999')).words).toContain('I hold no story #999.');
  });

  test.each(['!!!', '" "', '…'])('%s is refused: it stands in no story', async (what) => {
    const { db, say } = await here();
    expect(await say(`/news mute ${what}`)).toMatchObject({ trouble: true, shared: false });
    expect(await db.selectFrom('mutes').selectAll().execute()).toEqual([]);
  });

  test('is for managers, and in a channel', async () => {
    const { db, say, crane } = await here();
    for (const line of [`/news mute #${crane}`, '/news unmute crane']) {
      expect((await say(line, ben)).words).toContain('is for members with Manage Server');
    }
    expect((await say('/news mute crane', { ...ada, channel: null })).words).toBe(
      'Say that in the channel it is for.',
    );
    expect(await db.selectFrom('mutes').selectAll().execute()).toEqual([]);
  });

  test('two hundred are the most', async () => {
    const { say } = await here();
    for (let i = 0; i < 200; i += 1) await say(`/news mute word${i}`);
    expect((await say('/news mute another')).words).toContain('200 mutes are the most');
    await say('/news unmute word7');
    expect((await say('/news mute another')).trouble).toBe(false);
  });
});

describe('reporting a mistake', () => {
  test('is kept for the operator, with a reference for whoever reported it', async () => {
    const { db, say, crane } = await here();
    const bare = await say(`/news report #${crane}`, ben);
    expect(bare).toMatchObject({ trouble: false, shared: false });
    expect(bare.words).toContain(`report R-1 about story #${crane} is kept for whoever runs`);
    expect(bare.words).toContain(`/news report #${crane} …`);
    const told = await say(`/news report #${crane} the quote is of somebody else`, ben);
    expect(told.words).toContain('report R-2');
    expect(told.words).not.toContain('if you like');
    const kept = await db.selectFrom('reports').selectAll().execute();
    expect(kept).toMatchObject([
      { tenant: TENANT, story_id: crane, version: 1, words: null, person_id: ben.person.id },
      { story_id: crane, words: 'the quote is of somebody else' },
    ]);
    expect(await db.selectFrom('audit').selectAll().execute()).toEqual([]);
  });

  test('of a story that is none, or of another place, keeps nothing', async () => {
    const { db, say } = await here();
    expect((await say('/news report #999 wrong', ben)).words).toContain('I hold no story #999.');
    expect((await say('/news report wrong', ben)).words).toContain('/news report needs');
    expect(await db.selectFrom('reports').selectAll().execute()).toEqual([]);
  });
});

test('what a card offers under More can be typed by the same person with the same effect', async () => {
  const { answering, say, crane } = await here();
  const card = await answerTo(answering, `/story #${crane}`, ada);
  const entries = card.blocks.flatMap((block) => (block.kind === 'menu' ? block.entries : []));
  expect(entries.map(({ line }) => line)).toEqual([
    `/news follow #${crane}`,
    `/news mute #${crane}`,
    `/news report #${crane}`,
    `/news why #${crane}`,
  ]);
  for (const { line } of entries) {
    expect({ line, trouble: (await say(line)).trouble }).toEqual({ line, trouble: false });
  }
});
