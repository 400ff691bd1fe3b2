import type { Message } from '../../src/chat/message.ts';
import type { Edited, Place, Platform, Posted } from '../../src/chat/platform.ts';
import { SECOND } from '../../src/lib/clock.ts';
import type { Poster } from '../../src/pipeline/deliver.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

export type Posting = Place & {
  readonly id: string;
  readonly key: string;
  /** As it was posted. */
  readonly message: Message;
  /** When the request was sent. */
  readonly begun: number;
  /** What it was edited to, in order. */
  readonly edits: Message[];
  /** When somebody deleted it. */
  deletedAt: number | null;
};

export type SimulatedPlatform = {
  /** Everything that was ever posted. */
  readonly posted: readonly Posting[];
  /** Every request to post, whatever came of it. */
  readonly begun: readonly { readonly place: Place; readonly key: string; readonly at: number }[];
  /** Every request to edit. */
  readonly editing: readonly { readonly id: string; readonly key: string; readonly at: number }[];
  /** Posts that the platform said it never takes. */
  readonly refused: ReadonlySet<string>;
  /** The platform as one program sees it; what was sent happens even if that program is dead by then. */
  seenBy(program: { stir(): void; checkpoint(): Promise<void> }): Poster & Pick<Platform, 'edit'>;
  /** Whether nothing can be posted there any more. */
  isClosed(place: Place): boolean;
  /** Somebody deletes a message. */
  erase(id: string): void;
  remove(place: string): void;
  revoke(tenant: string): void;
  /** From now on nothing goes wrong. */
  calm(): void;
};

const FATES = ['busy', 'lost', 'unanswered', 'hangs', 'slow', 'refused', 'throws'] as const;

const EDIT_FATES = ['busy', 'lost', 'hangs', 'throws'] as const;

// No request is worked on for longer than this after it was sent: the look-up a minute later relies on it.
const LATEST_EFFECT = 25 * SECOND;
const TIMEOUT = 20 * SECOND;

/** A platform that loses requests before or after they took effect, answers late, is busy, and loses channels. */
export function simulatedPlatform(
  random: Random,
  time: Timeline,
  faults: number,
): SimulatedPlatform {
  const posted: Posting[] = [];
  const editing: SimulatedPlatform['editing'][number][] = [];
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
    const id = `m${posted.length + 1}`;
    posted.push({ ...place, id, key, message, begun: at, edits: [], deletedAt: null });
    return { kind: 'sent', id };
  }

  function change(place: Place, id: string, message: Message): Edited {
    const shut = closed(place);
    if (shut) return { kind: 'gone', reason: shut.kind };
    const one = posted.find((post) => post.id === id && post.channel === place.channel);
    if (!one || one.deletedAt !== null) return { kind: 'gone', reason: 'Unknown Message' };
    one.edits.push(message);
    return { kind: 'edited' };
  }

  return {
    posted,
    begun,
    editing,
    refused,
    isClosed: (place) => closed(place) !== undefined,
    erase: (id) => {
      const one = posted.find((post) => post.id === id);
      if (one) one.deletedAt ??= time.now();
    },
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
        find(place, key, since) {
          program.stir();
          const fails = !calm && random.chance(faults / 2);
          return answer(random.between(20, fails ? 25_000 : 2_000), () => {
            if (fails) throw new Error('the look-up failed');
            if (closed(place)) throw new Error('missing_access');
            const found = posted.find(
              (one) =>
                one.channel === place.channel &&
                one.key === key &&
                one.begun >= since.getTime() &&
                one.deletedAt === null,
            );
            return found?.id ?? null;
          });
        },
        edit(place, id, message, key) {
          program.stir();
          editing.push({ id, key, at: time.now() });
          const fate = !calm && random.chance(faults) ? random.pick(EDIT_FATES) : 'well';
          const soon = random.between(20, 900);
          const effect = (ms: number) => {
            let edited: Edited | undefined;
            time.at(time.now() + ms, () => {
              edited = change(place, id, message);
            });
            return () => edited as Edited;
          };
          const unknown = (): Edited => ({ kind: 'unknown', reason: 'no answer in time' });
          switch (fate) {
            case 'busy':
              return answer(soon, () => ({ kind: 'busy', retryAfterMs: 30_000 }));
            case 'lost':
              return answer(soon, unknown);
            case 'hangs':
              effect(random.between(0, LATEST_EFFECT));
              return answer(TIMEOUT, unknown);
            case 'throws':
              return answer(soon, () => {
                throw new Error('a fault in the library');
              });
            case 'well':
              return answer(soon + 50, effect(soon));
          }
        },
      };
    },
  };
}
