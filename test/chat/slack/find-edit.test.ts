import { describe, expect, test } from 'vitest';
import { message, sentence, text } from '../../../src/chat/message.ts';
import type { Place, Platform } from '../../../src/chat/platform.ts';
import { tenantOf } from '../../../src/chat/slack/workspaces.ts';
import { HOUR, MINUTE } from '../../../src/lib/clock.ts';
import { movableClock } from '../../support/slack/clock.ts';
import type { FakeSlack, FakeSlackOptions } from '../../support/slack/fake-slack.ts';
import type { Fault } from '../../support/slack/faults.ts';
import { addMessage, plain } from '../../support/slack/messages.ts';
import { fakeSlack, manifestFor, open, openingOf, tokensOf } from './crier-in-slack.ts';

type Posting = {
  readonly fake: FakeSlack;
  readonly platform: Platform;
  readonly news: Place;
  readonly ada: Place;
};

async function posting(options: FakeSlackOptions = {}): Promise<Posting> {
  const fake = await fakeSlack(options);
  const platform = await open(
    openingOf({
      environment: tokensOf(fake),
      ...(options.clock && { clock: options.clock }),
    }),
  );
  const { id, team } = fake.channel('news');
  const tenant = tenantOf(team);
  const news = { tenant, channel: id };
  const ada = { tenant, channel: `@${fake.user('ada').id}` };
  return { fake, platform, news, ada };
}

const MORNING = sentence('Good morning.');
const LONG_AGO = new Date('2026-01-01T00:00:00Z');

/** Somebody talks in the channel. */
function chatter({ fake, news }: Posting, times: number): void {
  const author = fake.user('ben').id;
  const { team } = fake.channel('news');
  for (let at = 0; at < times; at += 1) {
    addMessage(fake.world, { team, channel: news.channel, author, via: 'person' }, plain(`${at}`));
  }
}

describe('a post whose answer was lost', () => {
  const faults: Fault[] = [{ kind: 'reset' }, { kind: 'status', status: 502 }];
  test.for(faults)('by %o after it arrived is found by its key', async (fault) => {
    const all = await posting();
    const { fake, platform, news } = all;
    fake.fail({ method: 'chat.postMessage', when: 'after', fault });
    expect((await platform.post(news, MORNING, 'd-1')).kind).toBe('ambiguous');
    chatter(all, 40);
    expect(await platform.find(news, 'd-1', LONG_AGO)).toBe(fake.messages('news')[0]?.ts);
    expect(await platform.find(news, 'd-2', LONG_AGO)).toBeNull();
    expect(fake.violations).toEqual([]);
  });

  test('by a hang after it arrived is found by its key', { timeout: 20_000 }, async () => {
    const { fake, platform, news } = await posting();
    fake.fail({ method: 'chat.postMessage', when: 'after', fault: { kind: 'hang' } });
    expect((await platform.post(news, MORNING, 'd-1')).kind).toBe('ambiguous');
    expect(await platform.find(news, 'd-1', LONG_AGO)).toBe(fake.messages('news')[0]?.ts);
  });

  test('before it arrived is not found', async () => {
    const { fake, platform, news } = await posting();
    fake.fail({ method: 'chat.postMessage', when: 'before', fault: { kind: 'reset' } });
    expect((await platform.post(news, MORNING, 'd-1')).kind).toBe('ambiguous');
    expect(await platform.find(news, 'd-1', LONG_AGO)).toBeNull();
  });

  test('is found in direct messages too', async () => {
    const { fake, platform, ada } = await posting();
    fake.fail({ method: 'chat.postMessage', when: 'after', fault: { kind: 'reset' } });
    expect((await platform.post(ada, MORNING, 'd-1')).kind).toBe('ambiguous');
    const [shown] = fake.messages(fake.user('ada').direct().id);
    expect(await platform.find(ada, 'd-1', LONG_AGO)).toBe(shown?.ts);
    expect(fake.violations).toEqual([]);
  });
});

describe('looking for a post', () => {
  test('passes over what others wrote by the same key', async () => {
    const { fake, platform, news } = await posting();
    const { team } = fake.channel('news');
    const author = fake.user('ben').id;
    const metadata = { event_type: 'crier', event_payload: { key: 'd-1' } };
    const forged = { ...plain('Good morning.'), metadata };
    addMessage(fake.world, { team, channel: news.channel, author, via: 'person' }, forged);
    expect(await platform.find(news, 'd-1', LONG_AGO)).toBeNull();
  });

  test('does not take the rest of a long post for its head', async () => {
    const { platform, news } = await posting();
    await platform.post(news, MORNING, 'd-1.1');
    expect(await platform.find(news, 'd-1', LONG_AGO)).toBeNull();
  });

  test.for([
    'missing_scope',
    'not_in_channel',
    'channel_not_found',
    'token_revoked',
    'fatal_error',
  ])('is not answered where Slack says %s', async (error) => {
    const { fake, platform, news } = await posting();
    fake.fail({ method: 'conversations.history', when: 'before', fault: { kind: 'error', error } });
    await expect(platform.find(news, 'd-1', LONG_AGO)).rejects.toThrow();
  });

  const silence: Fault[] = [
    { kind: 'reset' },
    { kind: 'malformed' },
    { kind: 'status', status: 500 },
  ];
  test.for(silence)('is not answered where Slack gives %o', async (fault) => {
    const { fake, platform, news } = await posting();
    fake.fail({ method: 'conversations.history', when: 'before', fault });
    await expect(platform.find(news, 'd-1', LONG_AGO)).rejects.toThrow(
      'Slack did not answer as it should',
    );
  });

  test('says which permission to open direct messages is missing', async () => {
    const all = manifestFor();
    const bot = all.oauth_config?.scopes?.bot?.filter((one) => one !== 'im:write') ?? [];
    const { platform, ada } = await posting({
      manifest: { ...all, oauth_config: { scopes: { bot } } },
    });
    expect((await platform.post(ada, MORNING, 'd-1')).kind).toBe('sent');
    await expect(platform.find(ada, 'd-1', LONG_AGO)).rejects.toThrow('crier slack manifest');
  });

  test('once a minute comes to an end from where it stopped, and asks no sooner', async () => {
    const clock = movableClock(new Date('2026-03-02T08:30:00Z'));
    const all = await posting({ trusted: false, clock });
    const { fake, platform, news } = all;
    await platform.post(news, MORNING, 'd-1');
    chatter(all, 40);
    const asked = () =>
      fake.calls.filter(({ method }) => method === 'conversations.history').length;
    await expect(platform.find(news, 'd-1', LONG_AGO)).rejects.toThrow('wait');
    const before = asked();
    await expect(platform.find(news, 'd-1', LONG_AGO)).rejects.toThrow('wait');
    expect(asked()).toBe(before);
    clock.advance(MINUTE);
    await expect(platform.find(news, 'd-1', LONG_AGO)).rejects.toThrow('wait');
    clock.advance(MINUTE);
    expect(await platform.find(news, 'd-1', LONG_AGO)).toBe(fake.messages('news')[0]?.ts);
  });

  test('goes back as far as is asked, however long ago that is, and no further', async () => {
    const clock = movableClock(new Date('2026-03-02T08:30:00Z'));
    const { fake, platform, news } = await posting({ clock });
    await platform.post(news, MORNING, 'd-1');
    const posted = clock();
    clock.advance(50 * HOUR);
    const since = (ms: number) => platform.find(news, 'd-1', new Date(posted.getTime() + ms));
    expect(await since(-MINUTE)).toBe(fake.messages('news')[0]?.ts);
    expect(await since(MINUTE)).toBeNull();
  });
});

describe('an edit', () => {
  const LATER = { ...sentence('Good evening.'), story: 7 };

  async function posted(all: Posting, place = all.news): Promise<string> {
    const sent = await all.platform.post(place, MORNING, 'd-1');
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    return sent.id;
  }

  test('puts words, notification and story in the place of the old ones, and keeps the key', async () => {
    const all = await posting();
    const id = await posted(all);
    expect(await all.platform.edit(all.news, id, LATER, 'd-1')).toEqual({ kind: 'edited' });
    const [shown, ...others] = all.fake.messages('news');
    expect(others).toEqual([]);
    expect(shown).toMatchObject({
      ts: id,
      text: 'Good evening.',
      metadata: { event_type: 'crier', event_payload: { key: 'd-1', story: 7 } },
    });
    expect(JSON.stringify(shown?.blocks)).toContain('Good evening.');
    expect(await all.platform.find(all.news, 'd-1', LONG_AGO)).toBe(id);
    expect(all.fake.violations).toEqual([]);
  });

  test('reaches direct messages', async () => {
    const all = await posting();
    const id = await posted(all, all.ada);
    expect((await all.platform.edit(all.ada, id, LATER, 'd-1')).kind).toBe('edited');
    expect(all.fake.messages(all.fake.user('ada').direct().id)[0]?.text).toBe('Good evening.');
    expect(all.fake.violations).toEqual([]);
  });

  test('of a message that was deleted is never to be tried again', async () => {
    const all = await posting();
    const id = await posted(all);
    for (const one of all.fake.world.messages) one.deleted = true;
    expect(await all.platform.edit(all.news, id, LATER, 'd-1')).toEqual({
      kind: 'gone',
      reason: 'The message is gone.',
    });
    expect(all.fake.messages('news')).toEqual([]);
  });

  const outcomes: [Fault, string][] = [
    [{ kind: 'error', error: 'cant_update_message' }, 'gone'],
    [{ kind: 'error', error: 'edit_window_closed' }, 'gone'],
    [{ kind: 'error', error: 'channel_not_found' }, 'gone'],
    [{ kind: 'error', error: 'is_archived' }, 'gone'],
    [{ kind: 'error', error: 'token_revoked' }, 'gone'],
    [{ kind: 'error', error: 'invalid_blocks' }, 'gone'],
    [{ kind: 'rate limited', retryAfter: 7 }, 'busy'],
    [{ kind: 'reset' }, 'unknown'],
    [{ kind: 'malformed' }, 'unknown'],
    [{ kind: 'status', status: 502 }, 'unknown'],
    [{ kind: 'error', error: 'internal_error' }, 'unknown'],
  ];
  test.for(outcomes)('met by %o is %s', async ([fault, kind]) => {
    const all = await posting();
    const id = await posted(all);
    for (const when of ['before', 'after'] as const) {
      all.fake.fail({ method: 'chat.update', when, fault });
      expect((await all.platform.edit(all.news, id, LATER, 'd-1')).kind).toBe(kind);
    }
    expect(all.fake.messages('news')).toHaveLength(1);
  });

  test('too long for one message is not made', async () => {
    const all = await posting();
    const id = await posted(all);
    const long = message(
      Array.from({ length: 60 }, () => ({
        kind: 'paragraph',
        runs: [text('word '.repeat(60))],
      })),
    );
    expect(await all.platform.edit(all.news, id, long, 'd-1')).toMatchObject({
      kind: 'gone',
      reason: expect.stringContaining('too long to be edited'),
    });
    expect(all.fake.messages('news')[0]?.text).toBe('Good morning.');
  });
});

test('where nobody listens nothing was posted or edited, and it is tried again', async () => {
  const { fake, platform, news } = await posting();
  expect((await platform.post(news, MORNING, 'd-1')).kind).toBe('sent');
  await fake.close();
  // Whatever befalls the connection that was open.
  await platform.post(news, MORNING, 'd-1');
  expect((await platform.post(news, MORNING, 'd-2')).kind).toBe('busy');
  expect((await platform.edit(news, '1.1', MORNING, 'd-1')).kind).toBe('busy');
  await expect(platform.find(news, 'd-1', LONG_AGO)).rejects.toThrow();
});

test('a post to a member stands in their direct messages, the rest of it in its thread', async () => {
  const { fake, platform, ada } = await posting();
  const long = message(
    Array.from({ length: 50 }, () => ({ kind: 'paragraph', runs: [text('word '.repeat(60))] })),
  );
  const sent = await platform.post(ada, long, 'd-1');
  const [first, ...others] = fake.messages(fake.user('ada').direct().id);
  expect(sent).toEqual({ kind: 'sent', id: first?.ts });
  expect(others.length).toBeGreaterThan(0);
  for (const one of others) expect(one.threadTs).toBe(first?.ts);
  expect(await platform.check([ada])).toContainEqual({
    what: `Slack direct messages of ${fake.user('ada').id}`,
    remedy: null,
  });
  expect(fake.violations).toEqual([]);
});
