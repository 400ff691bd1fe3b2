import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { Secret } from '../lib/secret.ts';
import type { Platform } from './platform.ts';

/** What the operator decided for the platforms (crier.yaml). */
export type ChatSettings = {
  readonly discord: {
    /** Register the commands in this one server, where they show at once; null: everywhere. */
    readonly guild: string | null;
  };
  readonly slack: {
    /** What each slash command is called there, without the slash: names collide between apps. */
    readonly commands: Readonly<Record<'story' | 'ask' | 'digest' | 'news', string>>;
    /** User ids that may give the commands for managers beside the workspace's admins. */
    readonly managers: readonly string[];
  };
};

/** A small store of texts by key for what a platform must remember (installations). */
export type Vault = {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
  drop(key: string): Promise<void>;
};

/** What a platform is opened with. */
export type Opening = {
  readonly settings: ChatSettings;
  secret(name: string): Secret | undefined;
  /** A plain environment variable (`CRIER_DISCORD_API_URL`, `CRIER_PORT`); undefined where unset or empty. */
  variable(name: string): string | undefined;
  readonly vault: Vault;
  /** The sample newsroom is shown: every message says so. */
  readonly sample: boolean;
  readonly clock: Clock;
  readonly log: Log;
};

/** One kind of platform: its folder's single export. */
export type PlatformKind = {
  readonly name: string;
  /** The secrets it knows; each may also come as the file that `NAME_FILE` names. */
  readonly secrets: readonly string[];
  /** The platform (its SDK is loaded only here), or null where its tokens are not set. Throws ConfigError where they are set by half. Goes not online. */
  open(opening: Opening): Promise<Platform | null>;
};
