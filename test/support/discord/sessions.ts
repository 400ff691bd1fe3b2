import type { WebSocket } from 'ws';
import { type Json, listOf, recordOf } from './json.ts';
import type { World } from './state.ts';

// Discord docs "Opcodes and Status Codes › Gateway Opcodes".
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
  requestSounds: 31,
} as const;

// Discord docs "Gateway › List of Intents".
export const INTENT = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  presences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;
export const KNOWN_INTENTS = 0b11_0011_0001_1111_1111_1111_1111;
export const PRIVILEGED = INTENT.guildMembers | INTENT.presences | INTENT.messageContent;

export type Session = {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  seq: number;
  /** Everything told so far, to be told again after a resume. */
  readonly told: { readonly seq: number; readonly event: string; readonly text: string }[];
  socket: WebSocket | null;
};

/** Why a connection is closed: code and words. */
export type Closing = readonly [code: number, reason: string];

/** Discord docs "Gateway › Gateway URL Query String Params" and close code 4012. */
export function refusedLine(query: URLSearchParams): Closing | undefined {
  if (query.get('v') !== '10') return [4012, 'Invalid API version'];
  if (query.get('encoding') !== 'json') return [4002, 'Only json is spoken here'];
  return query.get('compress') ? [4002, 'No compression is spoken here'] : undefined;
}

/** Which events a session hears of. Discord docs "Gateway › List of Intents"; interactions need none. */
export function allows(session: Session, event: string, guildId: string | null): boolean {
  if (event.startsWith('MESSAGE_')) {
    const needed = guildId ? INTENT.guildMessages : INTENT.directMessages;
    return (session.intents & needed) !== 0;
  }
  if (/^(GUILD|CHANNEL|THREAD)_/.test(event)) return (session.intents & INTENT.guilds) !== 0;
  return true;
}

/** Discord docs "Gateway › Sharding". */
export function ownsGuild({ shard: [shard, shards] }: Session, guildId: string | null): boolean {
  return guildId === null
    ? shard === 0
    : Number((BigInt(guildId) >> 22n) % BigInt(shards)) === shard;
}

/** Without the message content intent, other people's words in guilds are blank. Docs "Gateway › Message Content Intent". */
export function seenWith(session: Session, world: World, data: Json): Json {
  const own = recordOf(data.author)?.id === world.bot.id;
  const named = listOf(data.mentions).some((user) => recordOf(user)?.id === world.bot.id);
  if (own || named || !data.guild_id || session.intents & INTENT.messageContent) return data;
  return 'content' in data
    ? { ...data, content: '', embeds: [], attachments: [], components: [] }
    : data;
}

export function packetIn(text: string): Json | undefined {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}
