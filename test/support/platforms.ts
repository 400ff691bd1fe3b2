import { parse } from 'yaml';
import { type Clock, systemClock } from '../../src/lib/clock.ts';
import { createFakeDiscord } from './discord/server.ts';
import { ended, spawnProgram } from './program.ts';
import { createFakeSlack, type FakeSlack, type FakeSlackOptions } from './slack/fake-slack.ts';

/** A fake Slack whose app declares exactly what the program's own manifest does. */
export async function slackOfOurManifest(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const { code, out, err } = await ended(spawnProgram(['slack', 'manifest']));
  if (code !== 0) throw new Error(err);
  return await createFakeSlack({ ...options, manifest: parse(out) });
}

/** Both platforms on loopback, with people in a channel of each, and what the program is told of them. */
export async function bothPlatforms({ clock = systemClock }: { readonly clock?: Clock } = {}) {
  const discord = await createFakeDiscord({ clock });
  const slack = await slackOfOurManifest({ clock });
  const guild = discord.build.guild({ name: 'newsroom' });
  const channel = discord.build.channel(guild);
  const ada = discord.build.user({ name: 'ada' });
  discord.build.member(guild, ada);
  return {
    discord,
    slack,
    channel,
    onDiscord: discord.user(ada),
    onSlack: slack.user('ada'),
    environment: {
      CRIER_DISCORD_TOKEN: discord.token,
      CRIER_DISCORD_API_URL: discord.url,
      CRIER_SLACK_BOT_TOKEN: slack.botToken,
      CRIER_SLACK_APP_TOKEN: slack.app.appToken,
      CRIER_SLACK_API_URL: slack.apiUrl,
    },
    async close() {
      await discord.close();
      await slack.close();
    },
  };
}
