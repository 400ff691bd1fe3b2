import type { Message } from '../../src/chat/message.ts';
import type { Place, Posted } from '../../src/chat/platform.ts';
import { SECOND } from '../../src/lib/clock.ts';
import type { Poster } from '../../src/pipeline/deliver.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

export type Posting = Place & {
  readonly id: string;
  readonly key: string;
  readonly message: Message;
  /** When the request was sent. */
  readonly begun: number;
};

export type SimulatedPlatform = {
  readonly standing: readonly Posting[];
  /** Every request to post, whatever came of it. */
  readonly begun: readonly { readonly place: Place; readonly key: string; readonly at: number }[];
  /** Posts that the platform said it never takes. */
  readonly refused: ReadonlySet<string>;
  /** The platform as one program sees it; what was sent happens even if that program is dead by then. */
  seenBy(program: { stir(): void; checkpoint(): Promise<void> }): Poster;
  /** Whether nothing can be posted there any more. */
  isClosed(place: Place): boolean;
  remove(place: string): void;
  revoke(tenant: string): void;
  /** From now on nothing goes wrong. */
  calm(): void;
};

const FATES = ['busy', 'lost', 'unanswered', 'hangs', 'slow', 'refused', 'throws'] as const;

// No request is worked on for longer than this after it was sent: the look-up a minute later relies on it.
const LATEST_EFFECT = 25 * SECOND;
const TIMEOUT = 20 * SECOND;

/** A platform that loses requests before or after they took effect, answers late, is busy, and loses channels. */
export function simulatedPlatform(
  random: Random,
  time: Timeline,
  faults: number,
): SimulatedPlatform {
  const standing: Posting[] = [];
  const begun: SimulatedPlatform['begun'][number][] = [];
  const refused = new Set<string>();
  const removed = new Set<string>();
  const revoked = new Set<string>();
  let calm = false;

  function closed(place: Place): Posted | undefined {
    if (revoked.has(place.tenant)) return { kind: 'revoked', reason: 'account_inactive' };
    if (removed.has(place.channel)) return { kind: 'gone', reason: 'channel_not_found' };
    return undefined;
  }

  function stand(place: Place, message: Message, key: string, at: number): Posted {
    const shut = closed(place);
    if (shut) return shut;
    const id = `m${standing.length + 1}`;
    standing.push({ ...place, id, key, message, begun: at });
    return { kind: 'sent', id };
  }

  return {
    standing,
    begun,
    refused,
    isClosed: (place) => closed(place) !== undefined,
    remove: (place) => removed.add(place),
    revoke: (tenant) => revoked.add(tenant),
    calm: () => {
      calm = true;
    },
    seenBy(program) {
      /** What comes back after a while, if somebody is there to hear it. */
      const answer = async <T>(ms: number, value: () => T): Promise<T> => {
        await time.sleep(ms);
        program.stir();
        await program.checkpoint();
        return value();
      };
      return {
        name: 'simulated',
        post(place, message, key) {
          program.stir();
          const at = time.now();
          begun.push({ place, key, at });
          const effect = (ms: number) => {
            let posted: Posted | undefined;
            time.at(at + ms, () => {
              posted = stand(place, message, key, at);
            });
            return () => posted as Posted;
          };
          const ambiguous = (reason: string) => (): Posted => ({ kind: 'ambiguous', reason });
          const fate = !calm && random.chance(faults) ? random.pick(FATES) : 'well';
          const soon = random.between(20, 900);
          switch (fate) {
            case 'busy':
              return answer(soon, () => ({
                kind: 'busy',
                retryAfterMs: random.between(100, 90_000),
              }));
            case 'lost':
              return answer(soon, ambiguous('reset before it was taken'));
            case 'unanswered':
              effect(soon);
              return answer(soon + 50, ambiguous('reset after it was taken'));
            case 'throws':
              if (random.chance(0.5)) effect(soon);
              return answer(soon + 50, () => {
                throw new Error('a fault in the library');
              });
            case 'hangs':
              if (random.chance(0.7)) effect(random.between(0, LATEST_EFFECT));
              return answer(TIMEOUT, ambiguous('no answer in time'));
            case 'slow': {
              // Longer than a lease lasts: it must be renewed meanwhile. What it began stood there early.
              const posted = effect(random.between(0, LATEST_EFFECT));
              return answer(random.between(26, 150) * SECOND, posted);
            }
            case 'refused':
              refused.add(key);
              return answer(
                soon,
                () => closed(place) ?? { kind: 'refused', reason: 'invalid_blocks' },
              );
            case 'well':
              return answer(soon + 50, effect(soon));
          }
        },
        find(place, key) {
          program.stir();
          const fails = !calm && random.chance(faults / 2);
          return answer(random.between(20, fails ? 25_000 : 2_000), () => {
            if (fails) throw new Error('the look-up failed');
            if (closed(place)) throw new Error('missing_access');
            const found = standing.find((one) => one.channel === place.channel && one.key === key);
            return found?.id ?? null;
          });
        },
      };
    },
  };
}
