import type { Clock } from '../../../src/lib/clock.ts';
import type { Json } from './json.ts';

/** What stands behind the API: plain records, changed in place by routes, builders and people. */
export type World = {
  readonly clock: Clock;
  /** The credential the bot must show; null after Discord took it back. */
  token: string | null;
  readonly bot: User;
  readonly application: { readonly id: string; readonly name: string; flags: number };
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Every message ever made, the deleted ones too: nonces and tests look back. */
  readonly messages: Map<string, Message>;
  readonly commands: Map<string, Command>;
  readonly interactions: Map<string, Interaction>;
  /** People who added the app to their own account. */
  readonly userInstalls: Set<string>;
  nextId(): string;
};

export type User = {
  readonly id: string;
  readonly username: string;
  readonly globalName: string | null;
  readonly bot: boolean;
  /** Whether private messages from the bot reach them. */
  dms: boolean;
};

export type Role = {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  mentionable: boolean;
};

export type Member = { readonly user: User; readonly roles: string[]; readonly joinedAt: Date };

export type Guild = {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  readonly joinedAt: Date;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  /** False while Discord has an outage for this guild. */
  available: boolean;
};

export type Overwrite = {
  readonly id: string;
  /** 0 a role, 1 a member. */
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
};

// Discord docs "Channels Resource › Channel Types".
export const CHANNEL = {
  text: 0,
  dm: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

export type ChannelKind = keyof typeof CHANNEL;

export type Channel = {
  readonly id: string;
  readonly type: number;
  readonly guildId: string | null;
  readonly name: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly nsfw: boolean;
  overwrites: Overwrite[];
  /** Forums only. */
  readonly tags: readonly {
    readonly id: string;
    readonly name: string;
    readonly moderated: boolean;
  }[];
  readonly tagRequired: boolean;
  readonly thread: Thread | null;
  /** Private conversations only: who is in it besides the bot. */
  readonly recipient: string | null;
  readonly messageIds: string[];
};

export type Thread = {
  archived: boolean;
  /** When it was put to sleep or woken last. */
  archivedAt: Date;
  locked: boolean;
  readonly ownerId: string;
  readonly startedAt: Date;
  readonly autoArchive: number;
  readonly appliedTags: readonly string[];
  readonly members: Set<string>;
};

export type Attachment = {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string;
  readonly description: string | null;
  readonly bytes: Uint8Array;
};

/** What a message says: the part that sending and editing have in common. */
export type Said = {
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  attachments: readonly Attachment[];
  flags: number;
  /** The body's allowed_mentions as it stood; undefined where the body had none. */
  allowedMentions: Json | null | undefined;
};

export type Message = Said & {
  readonly id: string;
  readonly channelId: string;
  readonly author: User;
  readonly createdAt: Date;
  editedAt: Date | null;
  readonly nonce: string | number | null;
  readonly enforcedNonce: boolean;
  readonly replyTo: string | null;
  /** The interaction it answers, if any. */
  readonly interaction: Interaction | null;
  /** The only person who sees it; null for everybody in the channel. */
  readonly onlyFor: string | null;
  deleted: boolean;
  threadId: string | null;
  /** How it stood before each edit, oldest first. */
  readonly earlier: Said[];
};

export type Command = {
  readonly id: string;
  readonly guildId: string | null;
  readonly version: string;
  /** As it was registered, with defaults filled in. */
  readonly body: Json & { readonly name: string; readonly type: number };
};

export type Interaction = {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. Discord docs "Receiving and Responding › Interaction Type". */
  readonly type: number;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly createdAt: Date;
  readonly payload: Json;
  /** Installed by a person only: at most five follow-ups. */
  readonly userInstalledOnly: boolean;
  /** The message whose component was used. */
  readonly sourceMessageId: string | null;
  /** Whether anybody was connected to hear of it. */
  delivered: boolean;
  acknowledged: Acknowledgement | null;
  originalId: string | null;
  readonly followUpIds: string[];
  modal: Json | null;
  choices: readonly Choice[] | null;
};

export type Choice = { readonly name: string; readonly value: string | number };

export type Acknowledgement = {
  /** The callback type. Discord docs "Receiving and Responding › Interaction Callback Type". */
  readonly type: number;
  /** Milliseconds after the interaction, by the injected clock. */
  readonly after: number;
  readonly ephemeral: boolean;
};

export const FLAG = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

// Discord docs "API Reference › Snowflakes": milliseconds since 2015 in the upper 42 bits.
const EPOCH = 1_420_070_400_000;

/** Ids that rise as Discord's do, even while the clock stands still. */
export function idsOf(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const now = BigInt(Math.max(0, clock().getTime() - EPOCH)) << 22n;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}
