import {
  type APIChannel,
  type APIMessage,
  type APIThreadChannel,
  type APIThreadList,
  type REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js';

const PAGE = 100;
// What a busy channel says in a day: what stands further back than this many cannot be found. Discord gives a page a second.
const PAGES = 40;

/** The messages of a channel since then, newest first, page by page. Rejects where there are too many to be read. */
export async function* recentMessages(
  rest: REST,
  channel: string,
  since: Date,
): AsyncGenerator<readonly APIMessage[]> {
  let before: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before && { before }) });
    const page = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
    yield page.filter(({ id }) => isSince(id, since));
    before = page.at(-1)?.id;
    if (page.length < PAGE || before === undefined || !isSince(before, since)) return;
  }
  throw new Error(
    `channel ${channel} holds more than ${PAGE * PAGES} messages since ${since.toISOString()}`,
  );
}

/** Our posts in a forum since then, newest first where they are awake, then those that sleep. */
export async function* recentPosts(
  { rest, bot, since }: { readonly rest: REST; readonly bot: string; readonly since: Date },
  forum: APIChannel,
): AsyncGenerator<APIThreadChannel> {
  const isOurs = (thread: APIThreadChannel) =>
    thread.parent_id === forum.id && thread.owner_id === bot && isSince(thread.id, since);
  const guild = ('guild_id' in forum && forum.guild_id) || '';
  const awake = (await rest.get(Routes.guildActiveThreads(guild))) as APIThreadList;
  const threads = awake.threads as APIThreadChannel[];
  yield* threads.filter(isOurs).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));

  let before: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before && { before }) });
    const route = Routes.channelThreads(forum.id, 'public');
    const page = (await rest.get(route, { query })) as APIThreadList & { has_more?: boolean };
    const asleep = page.threads as APIThreadChannel[];
    yield* asleep.filter(isOurs);
    // They are told in the order in which they fell asleep, which is after they were begun.
    before = asleep.at(-1)?.thread_metadata?.archive_timestamp;
    if (!page.has_more || before === undefined || new Date(before) < since) return;
  }
  throw new Error(
    `forum ${forum.id} holds more than ${PAGE * PAGES} posts since ${since.toISOString()}`,
  );
}

function isSince(id: string, since: Date): boolean {
  return SnowflakeUtil.timestampFrom(id) >= since.getTime();
}
