import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../chat/message.ts';
import type { Asker } from '../chat/platform.ts';
import { createQueue, letOthersWork } from '../lib/turns.ts';
import type { Request } from './parse.ts';
import { Slip } from './slip.ts';

/** The answers that are being worked out. */
export type Work = {
  /** The answer to a request in its place; throws UserError where too many wait. */
  answer(
    request: Request,
    asker: Pick<Asker, 'tenant' | 'channel' | 'person'>,
    run: () => Promise<Message>,
  ): Promise<Message>;
  /** Nothing new is begun; resolves when what runs has ended. */
  close(): Promise<void>;
};

// The store answers one at a time anyway.
const AT_ONCE = 2;
// Publishers may take twenty seconds each: a place has one such command at a time and never keeps another waiting.
const TRIALS_AT_ONCE = 4;
// A model takes seconds for each: a place has two at a time.
const QUESTIONS_AT_ONCE = 4;
/** Whoever comes after so many would get the answer when nobody waits for it any more. */
const MOST_WAITING = { of: 100, all: 1_000 };

/** So many answers at once are told with a pause after each: whoever asks now is acknowledged before. */
const A_CROWD = 10;
const PAUSE_MS = 5;

/**
 * Places take turns, so that a busy one delays itself and not the others; what waits for publishers stands in a line
 * of its own. The same asked again in a place while the first is not answered yet gets the same answer.
 */
export function createWork(hasModel: boolean): Work {
  const reading = createQueue(AT_ONCE);
  const trying = createQueue(TRIALS_AT_ONCE, 1);
  const telling = createQueue(QUESTIONS_AT_ONCE, 2);
  const underWay = new Map<string, Promise<Message>>();
  let last: Promise<unknown> = Promise.resolve();
  let toTell = 0;

  // Many may wait for one answer; what a platform then does for each of them shall not come all at once.
  async function inTurn(answer: Promise<Message>): Promise<Message> {
    const message = await answer;
    toTell += 1;
    const mine = last.then(() => (toTell > A_CROWD ? sleep(PAUSE_MS) : letOthersWork()));
    last = mine;
    await mine;
    toTell -= 1;
    return message;
  }

  return {
    answer(request, { tenant, channel, person }, run) {
      const { command, given } = request;
      const who = command.isPersonal ? [channel, person.id] : [];
      const key = JSON.stringify([tenant, command.name, given, ...who]);
      const isTheSame = command.access === 'all' && !command.changes(given);
      const same = isTheSame ? underWay.get(key) : undefined;
      if (same) return inTurn(same);
      const isTold = hasModel && command.asksModel;
      const queue = command.waitsForPublishers ? trying : isTold ? telling : reading;
      if (queue.waiting(tenant) >= MOST_WAITING.of || queue.waiting() >= MOST_WAITING.all) {
        throw new Slip(({ slips }) => slips.tooMany);
      }
      const answer = queue.run(tenant, run);
      underWay.set(key, answer);
      const forget = () => void underWay.delete(key);
      answer.then(forget, forget);
      return inTurn(answer);
    },
    async close() {
      const reason = new Slip(({ slips }) => slips.restarting);
      await Promise.all([reading, trying, telling].map((queue) => queue.close(reason)));
    },
  };
}
