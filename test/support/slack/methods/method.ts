import { type Json, textIn } from '../json.ts';
import type { RateLimits, Tier } from '../rate-limits.ts';
import type { ResponseUrls } from '../response-urls.ts';
import type { Channel, Installation, World } from '../state.ts';
import type { Triggers } from '../triggers.ts';

/** One method of the Web API: https://docs.slack.dev/reference/methods/NAME is the page of each. */
export type Method = {
  /** What kind of token it takes. */
  readonly token: 'bot' | 'app' | 'none';
  /** One of these is needed; none where the list is empty. */
  readonly scopes: readonly string[];
  readonly tier: Tier;
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Whether it takes a JSON body; reading methods take forms only. https://docs.slack.dev/apis/web-api */
  readonly writes?: boolean;
  readonly run: (call: MethodCall) => Answer;
};

export type MethodCall = {
  readonly world: World;
  readonly args: Json;
  /** The workspace of the token; of no meaning for methods without a bot token. */
  readonly installation: Installation;
  readonly services: Services;
  /** HTTP Basic credentials, which OAuth may use. */
  readonly basic: { readonly id: string; readonly secret: string } | null;
};

/** What lives beside the state. */
export type Services = {
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly rateLimits: RateLimits;
  /** The address a new Socket Mode connection may use once. */
  readonly socketUrl: () => string;
  readonly origin: () => string;
  readonly oauth: OAuthCodes;
  readonly events: (event: Json, team: string) => void;
  readonly pageLimit: number;
};

export type OAuthCodes = {
  exchange(code: string, redirectUri: string): { installation: Installation } | { error: string };
};

export type Answer = { readonly ok: boolean; readonly [key: string]: unknown };

export const error = (name: string, more: Json = {}): Answer => ({
  ok: false,
  error: name,
  ...more,
});

export const badArguments = (...messages: readonly string[]): Answer =>
  error('invalid_arguments', {
    response_metadata: { messages: messages.map((one) => `[ERROR] ${one}`) },
  });

const HISTORY = { public: 'channels', private: 'groups', im: 'im' } as const;

/** The scope a reading of this channel needs, as an answer, where the token has it not. */
export function lackingScope(
  call: MethodCall,
  channel: Channel,
  verb: 'read' | 'history',
): Answer | null {
  const needed = `${HISTORY[channel.kind]}:${verb}`;
  return call.installation.scopes.has(needed)
    ? null
    : error('missing_scope', { needed, provided: [...call.installation.scopes].join(',') });
}

/** The channel named by an argument, as far as the bot can know of it. */
export function channelFor(call: MethodCall, name = 'channel'): Channel | undefined {
  const { world, installation } = call;
  const channel = world.channels.get(textIn(call.args[name]));
  if (channel === undefined || channel.deleted || channel.team !== installation.team)
    return undefined;
  // A private conversation the bot is not in does not exist for it.
  return channel.kind === 'public' || channel.members.has(installation.botUser)
    ? channel
    : undefined;
}

export const truthy = (value: unknown): boolean =>
  value === true || value === 'true' || value === '1' || value === 1;

export function numberIn(value: unknown, otherwise: number): number {
  const number = Number(value);
  return value === undefined || value === '' || Number.isNaN(number) ? otherwise : number;
}

/** One page of a list by Slack's cursors. https://docs.slack.dev/apis/web-api/pagination */
export function page<T>(
  items: readonly T[],
  cursor: unknown,
  limit: number,
): { items: T[]; next: string } | null {
  const text = textIn(cursor);
  const from = text === '' ? 0 : Number(Buffer.from(text, 'base64').toString().split(':')[1]);
  if (!Number.isInteger(from) || from < 0) return null;
  const to = from + limit;
  return {
    items: items.slice(from, to),
    next: to < items.length ? Buffer.from(`at:${to}`).toString('base64') : '',
  };
}
