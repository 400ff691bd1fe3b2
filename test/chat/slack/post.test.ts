import { describe, expect, test } from 'vitest';
import { type Message, message, sentence, text } from '../../../src/chat/message.ts';
import type { Platform } from '../../../src/chat/platform.ts';
import { tenantOf } from '../../../src/chat/slack/workspaces.ts';
import type { FakeSlack } from '../../support/slack/fake-slack.ts';
import type { Fault } from '../../support/slack/faults.ts';
import { fakeSlack, manifestFor, open, openingOf, tokensOf } from './crier-in-slack.ts';

async function poster(): Promise<{ fake: FakeSlack; platform: Platform; post: Post }> {
  const fake = await fakeSlack();
  const platform = await open(openingOf({ environment: tokensOf(fake) }));
  const post: Post = (channel, shown = sentence('Good morning.'), key = 'd-1') => {
    const { id, team } = fake.channel(channel);
    return platform.post({ tenant: tenantOf(team), channel: id }, shown, key);
  };
  return { fake, platform, post };
}
type Post = (channel: string, shown?: Message, key?: string) => ReturnType<Platform['post']>;

describe('a post', () => {
  test('stands in the channel with its key, its story and no previews', async () => {
    const { fake, post } = await poster();
    const posted = await post('news', { ...sentence('Good morning.'), story: 12 }, 'd-77');
    const [shown] = fake.messages('news');
    expect(posted).toEqual({ kind: 'sent', id: shown?.ts });
    expect(shown).toMatchObject({
      metadata: { event_type: 'crier', event_payload: { key: 'd-77', story: 12 } },
      unfurlLinks: false,
      unfurlMedia: false,
      text: 'Good morning.',
    });
    expect(fake.violations).toEqual([]);
  });

  test('that is too long for one message goes on in its thread, whole', async () => {
    const { fake, post } = await poster();
    const long = message(
      Array.from({ length: 60 }, (_, at) => ({
        kind: 'paragraph',
        runs: [text(`Paragraph ${at}. ${'word '.repeat(60)}`)],
      })),
    );
    const posted = await post('news', long, 'd-1');
    const [first, ...others] = fake.messages('news');
    expect(posted).toEqual({ kind: 'sent', id: first?.ts });
    expect(others.length).toBeGreaterThan(0);
    for (const one of others) expect(one.threadTs).toBe(first?.ts);
    const said = JSON.stringify(fake.messages('news').map(({ blocks }) => blocks));
    for (let at = 0; at < 60; at += 1) expect(said).toContain(`Paragraph ${at}.`);
    expect(fake.violations).toEqual([]);
  });

  const after: [Fault, string][] = [
    [{ kind: 'reset' }, 'ambiguous'],
    [{ kind: 'status', status: 502 }, 'ambiguous'],
    [{ kind: 'malformed' }, 'ambiguous'],
    [{ kind: 'error', error: 'fatal_error' }, 'ambiguous'],
    [{ kind: 'rate limited', retryAfter: 7 }, 'busy'],
    [{ kind: 'rate limited', retryAfter: null }, 'busy'],
    [{ kind: 'error', error: 'channel_not_found' }, 'gone'],
    [{ kind: 'error', error: 'account_inactive' }, 'revoked'],
    [{ kind: 'error', error: 'token_revoked' }, 'revoked'],
    [{ kind: 'error', error: 'invalid_auth' }, 'revoked'],
    [{ kind: 'error', error: 'invalid_blocks' }, 'refused'],
    [{ kind: 'error', error: 'msg_blocks_too_long' }, 'refused'],
  ];
  test.for(after)('met by %o is %s, and is not sent again by itself', async ([fault, kind]) => {
    const { fake, post } = await poster();
    for (const when of ['before', 'after'] as const) {
      fake.fail({ method: 'chat.postMessage', when, fault });
      expect((await post('news')).kind).toBe(kind);
    }
    expect(fake.messages('news')).toHaveLength(1);
    expect(fake.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2);
  });

  test('that Slack wants later says when', async () => {
    const { fake, post } = await poster();
    fake.fail({
      method: 'chat.postMessage',
      when: 'before',
      fault: { kind: 'rate limited', retryAfter: 7 },
    });
    expect(await post('news')).toEqual({ kind: 'busy', retryAfterMs: 7_000 });
  });

  test('to a channel that Crier is not in says how to invite it', async () => {
    const { post } = await poster();
    expect(await post('general')).toEqual({
      kind: 'gone',
      reason: expect.stringContaining('/invite @crier'),
    });
  });

  test('to an archived or deleted channel says so', async () => {
    const { fake, post, platform } = await poster();
    const { id, team } = fake.channel('news');
    fake.archive('news');
    expect(await post('news')).toMatchObject({
      kind: 'gone',
      reason: expect.stringContaining('archived'),
    });
    fake.deleteChannel('news');
    const place = { tenant: tenantOf(team), channel: id };
    expect(await platform.post(place, sentence('x'), 'd')).toMatchObject({ kind: 'gone' });
  });

  test('after the app was removed is revoked', async () => {
    const { fake, post } = await poster();
    fake.uninstall();
    expect(await post('news')).toMatchObject({
      kind: 'revoked',
      reason: expect.stringContaining('install'),
    });
  });

  test('for another workspace than the token’s goes nowhere', async () => {
    const { fake, platform } = await poster();
    const place = { tenant: 'slack:T0OTHER', channel: fake.channel('news').id };
    expect((await platform.post(place, sentence('x'), 'd')).kind).toBe('revoked');
    expect(fake.messages('news')).toEqual([]);
  });

  test('waits for the one before in its channel, and for none in another', async () => {
    const { fake, post } = await poster();
    fake.addChannel({
      name: 'other',
      team: fake.channel('news').team,
      members: ['ada', fake.botUser],
    });
    await post('news');
    fake.fail({ method: 'chat.postMessage', when: 'before', fault: { kind: 'hang' } });
    const hanging = post('news', sentence('first'));
    await fake.until('the hanging post', () =>
      fake.calls.length > 2 || fake.messages('news').length === 1 ? true : undefined,
    );
    const behind = post('news', sentence('second'));
    expect((await post('other', sentence('elsewhere'))).kind).toBe('sent');
    expect(fake.messages('news')).toHaveLength(1);
    await fake.close();
    expect((await hanging).kind).toBe('ambiguous');
    await behind;
  });
});

describe('check', () => {
  const problems = async (platform: Platform, places: Parameters<Platform['check']>[0] = []) =>
    (await platform.check(places)).filter(({ remedy }) => remedy !== null);

  test('finds nothing wrong where nothing is', async () => {
    const { fake, platform } = await poster();
    const { id, team } = fake.channel('news');
    const findings = await platform.check([{ tenant: tenantOf(team), channel: id }]);
    expect(findings.map(({ what }) => what)).toEqual([
      'Slack workspace Example (CRIER_SLACK_BOT_TOKEN)',
      'Slack workspace Example, permissions',
      'Slack Socket Mode (CRIER_SLACK_APP_TOKEN)',
      'Slack channel #news',
    ]);
    expect(findings.every(({ remedy }) => remedy === null)).toBe(true);
    expect(fake.messages('news')).toEqual([]);
    expect(fake.violations).toEqual([]);
  });

  test('names each permission that is missing and what it is for', async () => {
    const all = manifestFor();
    const bot = all.oauth_config?.scopes?.bot?.filter((one) => !/users:read|im:history/.test(one));
    const fake = await fakeSlack({
      manifest: { ...all, oauth_config: { scopes: { bot: bot ?? [] } } },
    });
    const platform = await open(openingOf({ environment: tokensOf(fake) }));
    expect(await problems(platform)).toEqual([
      { what: expect.stringContaining('im:history'), remedy: expect.stringContaining('directly') },
      { what: expect.stringContaining('users:read'), remedy: expect.stringContaining('admin') },
    ]);
  });

  test('says what to do about each channel', async () => {
    const { fake, platform } = await poster();
    const { team } = fake.channel('news');
    fake.archive('news');
    const channels = [fake.channel('general').id, fake.channel('news').id, fake.channel('desk').id];
    const places = channels.map((channel) => ({ tenant: tenantOf(team), channel }));
    const remedies = (await problems(platform, places)).map(({ remedy }) => remedy);
    expect(remedies).toEqual([
      expect.stringContaining('/invite @crier'),
      expect.stringContaining('archived'),
      expect.stringContaining('/invite @crier'),
    ]);
  });

  test.for([
    ['CRIER_SLACK_BOT_TOKEN', 'xoxb-wrong', 'copy it again'],
    ['CRIER_SLACK_APP_TOKEN', 'xapp-wrong', 'App-Level Tokens'],
  ] as const)('says that %s is wrong', async ([name, value, remedy]) => {
    const fake = await fakeSlack();
    const platform = await open(openingOf({ environment: { ...tokensOf(fake), [name]: value } }));
    const [found, ...others] = await problems(platform);
    expect(found).toEqual({
      what: expect.stringContaining(name),
      remedy: expect.stringContaining(remedy),
    });
    expect(others).toEqual([]);
  });
});
