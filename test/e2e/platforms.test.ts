import { describe, expect, onTestFinished, test } from 'vitest';
import { bothPlatforms } from '../support/platforms.ts';
import { crier, ended, launch } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';

async function platforms() {
  const both = await bothPlatforms();
  onTestFinished(() => both.close());
  return both;
}

type Both = Awaited<ReturnType<typeof platforms>>;

/** The program as a process of its own, online on both. */
async function online(both: Both, environment: Record<string, string> = both.environment) {
  const child = launch(['start', '--sample', '--data', temporaryFolder()], { environment });
  const end = ended(child);
  return { child, end };
}

const written = (message: object): string => JSON.stringify(message);
const commandsThere = (both: Both) =>
  both.discord.until('commands', () => (both.discord.world.commands.size > 0 ? true : undefined));
const socketThere = (both: Both) =>
  both.slack.until('a socket', () => both.slack.socket.connections().length || undefined, 20_000);

/** Asks until the sample newsroom was read: at first there is no story yet. */
async function answered(ask: () => Promise<object>, wanted: RegExp): Promise<string> {
  for (;;) {
    const answer = written(await ask());
    if (wanted.test(answer)) return answer;
    await new Promise((done) => setTimeout(done, 300));
  }
}

describe('npm start -- --sample with tokens', () => {
  test('goes online on both and answers with the sample newsroom’s story', async () => {
    const both = await platforms();
    const { child, end } = await online(both);
    await Promise.all([commandsThere(both), socketThere(both)]);
    const onDiscord = await answered(
      () => both.onDiscord.slash('/story', { query: 'austin shoigu' }, both).answer(),
      /Shoigu/,
    );
    const onSlack = await answered(
      async () =>
        (await both.onSlack.slash('/story', 'austin shoigu', { channel: 'news' })).answer(),
      /Shoigu/,
    );
    for (const answer of [onDiscord, onSlack]) {
      expect(answer).toContain('SAMPLE');
      expect(answer).toMatch(/Secretary Austin emphasized the importance/);
      expect(answer).toContain('Quotes');
    }
    expect(both.discord.troubles()).toEqual([]);
    expect(both.discord.everyMention()).toEqual([]);
    expect(both.slack.violations).toEqual([]);
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ code: 0, out: '' });
  }, 60_000);

  test('one wrong token is told in a line, and the other platform goes on', async () => {
    const both = await platforms();
    const { child, end } = await online(both, {
      ...both.environment,
      CRIER_DISCORD_TOKEN: 'nonsense',
    });
    await socketThere(both);
    await answered(
      async () =>
        (await both.onSlack.slash('/story', 'austin shoigu', { channel: 'news' })).answer(),
      /Shoigu/,
    );
    child.kill('SIGTERM');
    const { code, err } = await end;
    expect(code).toBe(0);
    expect(err.match(/^discord: .*CRIER_DISCORD_TOKEN.*$/gm)).toHaveLength(1);
    expect(err).not.toContain('    at ');
    expect(err).not.toContain('nonsense');
  }, 60_000);

  test('with no platform left it ends with 1', async () => {
    const both = await platforms();
    const { end } = await online(both, {
      CRIER_SLACK_BOT_TOKEN: 'xoxb-wrong',
      CRIER_SLACK_APP_TOKEN: both.slack.app.appToken,
      CRIER_SLACK_API_URL: both.slack.apiUrl,
    });
    const { code, err } = await end;
    expect(code).toBe(1);
    expect(err).toMatch(/^slack: .*CRIER_SLACK_BOT_TOKEN/m);
  }, 60_000);
});

test('invented news do not go to the real Discord by an oversight', async () => {
  const { code, err } = await crier(['start', '--sample', '--data', temporaryFolder()], {
    environment: { CRIER_DISCORD_TOKEN: 'x' },
  });
  expect(code).toBe(2);
  expect(err).toMatch(/--yes/);
});

test('half of Slack’s tokens is a mistake of configuration that names the other half', async () => {
  const { code, err } = await crier(['start', '--data', temporaryFolder()], {
    environment: { CRIER_SLACK_BOT_TOKEN: 'xoxb-x' },
  });
  expect(code).toBe(2);
  expect(err).toMatch(/CRIER_SLACK_APP_TOKEN/);
});

test('check says of each token and channel whether it is fine or how to mend it', async () => {
  const both = await platforms();
  const hidden = both.discord.build.channel(both.discord.build.guild({ name: 'elsewhere' }));
  const { code, out } = await crier(
    [
      'check',
      '--data',
      temporaryFolder(),
      '--channel',
      `discord:${both.channel.id}`,
      `discord:${hidden.id}9`,
      `slack:${both.slack.channel('news').id}`,
      `slack:${both.slack.channel('general').id}`,
      `slack:${both.slack.channel('news').team}/${both.slack.channel('news').id}`,
      `slack:T0OTHER/${both.slack.channel('news').id}`,
    ],
    { environment: both.environment },
  );
  expect(code).toBe(1);
  expect(out).toMatch(/^✓ discord /m);
  expect(out).toMatch(/^✓ slack /m);
  expect(out).toMatch(/^✗ slack .*general.*invite/im);
  expect(out.match(/^✓ slack .*#news/gm)).toHaveLength(2);
  expect(out).toMatch(/^✗ slack .*not installed in that workspace/m);
  expect(out).toMatch(new RegExp(`^✗ discord .*${hidden.id}9`, 'm'));
  expect(out).not.toContain(both.discord.token);
});

test.for(['users:read', 'chat:write'])(
  'without Slack’s permission %s check says so in one line, and Crier answers all the same',
  { timeout: 60_000 },
  async (scope) => {
    const both = await platforms();
    const { slack } = both;
    const installed = slack.world.installations.get(slack.botToken)!;
    (installed.scopes as Set<string>).delete(scope);
    const environment = {
      CRIER_SLACK_BOT_TOKEN: slack.botToken,
      CRIER_SLACK_APP_TOKEN: slack.app.appToken,
      CRIER_SLACK_API_URL: slack.apiUrl,
    };
    const { code, out } = await crier(['check', '--data', temporaryFolder()], { environment });
    expect(code).toBe(1);
    const broken = out.match(/^✗ slack .*$/gm) ?? [];
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatch(
      new RegExp(`permission ${scope}.*Crier needs it to .*Bot Token Scopes, and reinstall`),
    );
    const { child, end } = await online(both, environment);
    await socketThere(both);
    await answered(
      async () =>
        (await both.onSlack.slash('/story', 'austin shoigu', { channel: 'news' })).answer(),
      /Shoigu/,
    );
    child.kill('SIGTERM');
    const ending = await end;
    expect(ending.code).toBe(0);
    expect(ending.err).not.toContain('    at ');
  },
);
