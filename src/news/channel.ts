import type { TenantId } from './tenant.ts';

export type ChannelId = number;

/** A place of a tenant where posts go. */
export type Channel = {
  readonly id: ChannelId;
  readonly tenant: TenantId;
  /** The platform's name, and the platform's own id of the place. */
  readonly platform: string;
  readonly place: string;
  /** Why nothing is posted there until a person acts; null while it is open. */
  readonly closed: {
    readonly kind: 'gone' | 'revoked';
    readonly reason: string;
    readonly at: Date;
  } | null;
  /** One more each time it is told something: who decides what comes next compares it first. */
  readonly revision: number;
};
