import { randomUUID } from 'node:crypto';
import type { Json } from './json.ts';
import type { Signing } from './signatures.ts';
import { changed, type World } from './state.ts';

export type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** One envelope or one signed request. */
export type Attempt = {
  readonly envelope: string;
  readonly at: Date;
  /** 0 for the first, and why there is a further one. */
  readonly retry: number;
  readonly reason: string | null;
  outcome: 'waiting' | 'acknowledged' | 'timed out' | 'failed';
  /** By the fake's clock, also where it came too late. */
  ackAfterMs: number | null;
  ackBody: unknown;
  /** Only for requests. */
  status: number | null;
};

/** Something Slack told the app, with all its attempts. */
export type Delivery = {
  readonly id: string;
  readonly kind: Kind;
  readonly payload: Json;
  readonly attempts: Attempt[];
  outcome: 'waiting' | 'acknowledged' | 'failed';
  /** When the next attempt is due. */
  nextAt: Date | null;
};

export type Result =
  | { readonly kind: 'acknowledged'; readonly body: unknown; readonly status: number | null }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly status: number | null;
      /** The app asked for no further attempt. */
      readonly noRetry?: boolean;
    };

/** The way to the app: Socket Mode or signed requests. */
export type Transport = {
  send(
    delivery: Delivery,
    attempt: Attempt,
    signing: Signing,
    done: (result: Result) => void,
  ): void;
  /** What a further attempt is said to be for after nobody answered. */
  readonly timeoutReason: string;
  /** Slack has stopped waiting for this one. */
  abandon(attempt: Attempt): void;
};

type Watch = {
  readonly signing?: Signing;
  readonly onAck?: (body: unknown, delivery: Delivery) => void;
  readonly onFailure?: (error: 'operation_timeout' | 'dispatch_failed', delivery: Delivery) => void;
};

export type Deliveries = {
  readonly all: Delivery[];
  deliver(kind: Kind, payload: Json, watch?: Watch): Delivery;
  /** Sends it once more although it was acknowledged, as Slack does when the acknowledgement got lost. */
  repeat(delivery: Delivery): void;
  /** Looks at the clock: gives up on what waited 3 s and sends again what is due. */
  tick(): void;
};

/** "Your app has 3 seconds": https://docs.slack.dev/interactivity/handling-user-interaction */
const PATIENCE_MS = 3_000;

// Events only, "nearly immediately, after 1 minute, after 5 minutes": https://docs.slack.dev/apis/events-api#retries
const RETRY_AFTER_MS = [0, 60_000, 300_000];

export function createDeliveries(world: World, transport: () => Transport): Deliveries {
  const all: Delivery[] = [];
  const watches = new Map<Delivery, Watch>();
  const now = () => world.clock().getTime();

  function attempt(delivery: Delivery, reason: string | null): void {
    const one: Attempt = {
      envelope: randomUUID(),
      at: world.clock(),
      retry: delivery.attempts.length,
      reason,
      outcome: 'waiting',
      ackAfterMs: null,
      ackBody: undefined,
      status: null,
    };
    delivery.attempts.push(one);
    delivery.nextAt = null;
    const signing = watches.get(delivery)?.signing ?? 'right';
    transport().send(delivery, one, signing, (result) => settle(delivery, one, result));
  }

  function settle(delivery: Delivery, one: Attempt, result: Result): void {
    const afterMs = now() - one.at.getTime();
    one.status = result.status;
    if (result.kind === 'acknowledged') {
      one.ackAfterMs ??= afterMs;
      one.ackBody = result.body;
    }
    if (one.outcome !== 'waiting') {
      changed(world);
    } else if (result.kind === 'failed') {
      fail(delivery, one, 'failed', result.reason, result.noRetry === true);
    } else if (afterMs >= PATIENCE_MS) {
      // It came, but nobody waits for it any more: what it says is lost.
      fail(delivery, one, 'timed out', transport().timeoutReason, false);
    } else {
      one.outcome = 'acknowledged';
      delivery.outcome = 'acknowledged';
      delivery.nextAt = null;
      watches.get(delivery)?.onAck?.(result.body, delivery);
      changed(world);
    }
  }

  function fail(
    delivery: Delivery,
    one: Attempt,
    outcome: 'timed out' | 'failed',
    reason: string,
    noRetry: boolean,
  ): void {
    one.outcome = outcome;
    const wait = delivery.kind === 'events_api' ? RETRY_AFTER_MS[one.retry] : undefined;
    if (wait !== undefined && !noRetry) {
      delivery.nextAt = new Date(now() + wait);
      reasons.set(delivery, reason);
    } else if (delivery.outcome === 'waiting') {
      delivery.outcome = 'failed';
      const error = outcome === 'timed out' ? 'operation_timeout' : 'dispatch_failed';
      watches.get(delivery)?.onFailure?.(error, delivery);
    }
    changed(world);
  }

  const reasons = new Map<Delivery, string>();
  return {
    all,
    deliver: (kind, payload, watch = {}) => {
      const delivery: Delivery = {
        id: randomUUID(),
        kind,
        payload,
        attempts: [],
        outcome: 'waiting',
        nextAt: null,
      };
      all.push(delivery);
      watches.set(delivery, watch);
      attempt(delivery, null);
      return delivery;
    },
    repeat: (delivery) => attempt(delivery, transport().timeoutReason),
    tick: () => {
      for (const delivery of all) {
        const last = delivery.attempts.at(-1);
        if (last?.outcome === 'waiting' && now() - last.at.getTime() >= PATIENCE_MS) {
          transport().abandon(last);
          fail(delivery, last, 'timed out', transport().timeoutReason, false);
        }
        if (delivery.nextAt !== null && delivery.nextAt.getTime() <= now()) {
          attempt(delivery, reasons.get(delivery) ?? transport().timeoutReason);
        }
      }
    },
  };
}
