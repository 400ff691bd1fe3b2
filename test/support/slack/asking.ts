import type { Attempt, Delivery } from './deliveries.ts';
import { isVisible } from './messages.ts';
import { modalOf } from './methods/views.ts';
import {
  type Failure,
  installationOf,
  type Message,
  type User,
  until,
  type View,
  type World,
} from './state.ts';

/** Something a person did, and what came of it. */
export type Asking = {
  /** What the app was told; several where one message was several events, none where it had not subscribed. */
  readonly deliveries: readonly Delivery[];
  /** What the person wrote, where it was a message. */
  readonly said: Message | null;
  /** Waits for the first acknowledgement in time; rejects where Slack gave up. */
  acknowledged(): Promise<Attempt>;
  /**
   * Waits for the first message of the app, new or changed since, that this person now sees there (and that
   * `match` takes). Rejects with what the person sees where Slack gave up: `operation_timeout`, `dispatch_failed`.
   */
  answer(options?: { match?: (message: Message) => boolean; timeoutMs?: number }): Promise<Message>;
  /** What has come so far. */
  answers(): readonly Message[];
  /** Waits for a modal that lies on top, new or changed since. */
  modal(): Promise<View>;
  /** What the person saw fail, so far. */
  failure(): Failure | undefined;
};

export function createAsking(
  world: World,
  about: {
    person: User;
    doing: string;
    /** Where answers are looked for; everywhere if null. */
    channel: string | null;
    since: number;
    deliveries: readonly Delivery[];
    said?: Message;
  },
): Asking {
  const { person, doing, channel, since, deliveries } = about;
  const ids = new Set(deliveries.map(({ id }) => id));
  const failure = () => world.failures.find(({ cause }) => ids.has(cause));
  const answers = () =>
    world.messages.filter(
      (one) =>
        one.revision > since &&
        (channel === null || one.channel === channel) &&
        one.author === installationOf(world, person.team)?.botUser &&
        (one.cause === null || ids.has(one.cause) || one.edits > 0) &&
        isVisible(world, one, person.id),
    );
  const refuse = () => {
    const failed = failure();
    if (failed !== undefined) throw new Error(`${doing} failed with the error "${failed.error}"`);
  };
  return {
    deliveries,
    said: about.said ?? null,
    acknowledged: () =>
      until(world, `the acknowledgement of ${doing}`, () => {
        refuse();
        return deliveries
          .flatMap(({ attempts }) => attempts)
          .find(({ outcome }) => outcome === 'acknowledged');
      }),
    answer: ({ match = () => true, timeoutMs } = {}) =>
      until(
        world,
        `an answer to ${doing}`,
        () => {
          const found = answers().find(match);
          if (found === undefined) refuse();
          return found;
        },
        timeoutMs,
      ),
    answers,
    modal: () =>
      until(world, `a modal after ${doing}`, () => {
        const top = modalOf(world, person.id);
        if (top !== undefined && top.revision > since) return top;
        refuse();
        return undefined;
      }),
    failure,
  };
}
