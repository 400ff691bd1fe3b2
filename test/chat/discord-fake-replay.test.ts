import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import { Openings } from '../support/discord/client.ts';

// Deliveries recorded from the real Discord, told to the real client by the stand-in.
const RECORDED = resolve(import.meta.dirname, '../../../shared/data/platforms/replay');
const FILES = ['discord.json', 'channel/discord.json'].map((name) => resolve(RECORDED, name));

type Recorded = Readonly<Record<string, unknown>>;

const openings = new Openings();
afterEach(() => openings.end());

function recorded(): [name: string, payload: Recorded][] {
  return FILES.flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Recorded>).filter(
      ([name, payload]) => name !== 'metadata' && typeof payload === 'object' && 'type' in payload,
    ),
  );
}

const isClick = ([, { token }]: [string, Recorded]) => typeof token === 'string';

/** The client reads `authorizing_integration_owners` of every interaction: older recordings lack it. */
const isComplete = ([, payload]: [string, Recorded]) => 'authorizing_integration_owners' in payload;

describe.skipIf(!FILES.every((file) => existsSync(file)))(
  'recorded deliveries (skipped where ../shared/data/platforms/replay is absent)',
  () => {
    async function connected() {
      const fake = await openings.fake({
        privilegedIntents: GatewayIntentBits.MessageContent,
        buckets: { global: { limit: 1_000, windowMs: 1_000 } },
      });
      const bot = await openings.connected(fake, {
        intents: [
          GatewayIntentBits.Guilds,
          GatewayIntentBits.GuildMessages,
          GatewayIntentBits.GuildMessageReactions,
          GatewayIntentBits.MessageContent,
        ],
      });
      return { fake, bot };
    }

    test('each complete click reaches the client as a button and can be answered', async () => {
      const { fake, bot } = await connected();
      const clicks = recorded().filter(isClick).filter(isComplete);
      expect(clicks.length).toBeGreaterThan(0);
      for (const [name, payload] of clicks) {
        const hears = new Promise<Interaction>((done) => bot.once(Events.InteractionCreate, done));
        const interaction = fake.replay(payload);
        const click = await hears;
        expect([name, click.isButton(), click.id]).toEqual([name, true, payload.id]);
        if (!click.isButton()) continue;
        expect(click.customId).toBe((payload.data as Recorded).custom_id);
        await click.deferUpdate();
        expect(interaction?.acknowledged?.type).toBe(6);
      }
    });

    test('each message and thread that was recorded is told as it was', async () => {
      const { fake, bot } = await connected();
      const events = recorded().filter((one) => !isClick(one));
      const kinds: string[] = [];
      const all = new Promise<void>((done) => {
        bot.on(Events.Raw, ({ t }: { t: string }) => {
          kinds.push(`GATEWAY_${t}`);
          if (kinds.length === events.length) done();
        });
      });
      for (const [, payload] of events) fake.replay(payload);
      await all;
      expect(kinds).toEqual(events.map(([, { type }]) => type));
    });

    test('the fake’s own clicks have every field the recorded ones have', async () => {
      const { fake, bot } = await connected();
      const channel = fake.build.channel(fake.build.guild());
      const hears = new Promise<Recorded>((done) => {
        bot.on(Events.Raw, ({ t, d }: { t: string; d: Recorded }) => {
          if (t === 'INTERACTION_CREATE') done(d);
        });
      });
      const components = [
        { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] },
      ];
      const sent = (await bot.rest.post(`/channels/${channel.id}/messages`, {
        body: { content: 'a', components },
      })) as { id: string };
      fake.user(fake.world.guilds.values().next().value!.ownerId).press(sent, 'go');
      const told = await hears;
      const [, first] = recorded().filter(isClick).filter(isComplete)[0]!;
      const missing = Object.keys(first).filter((key) => !(key in told));
      expect(missing).toEqual([]);
      const guildMember = (payload: Recorded) => Object.keys(payload.member as Recorded);
      const cosmetic = [
        'banner',
        'collectibles',
        'display_name_styles',
        'unusual_dm_activity_until',
      ];
      expect(
        guildMember(first).filter(
          (key) => !guildMember(told).includes(key) && !cosmetic.includes(key),
        ),
      ).toEqual([]);
    });
  },
);
