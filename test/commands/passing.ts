import { postsOf } from '../../src/commands/show/posts.ts';
import { silentLog } from '../../src/lib/log.ts';
import { deliver } from '../../src/pipeline/deliver.ts';
import { publish } from '../../src/pipeline/publish.ts';
import type { Db } from '../../src/store/schema.ts';
import { answeringOver, answerTo, NOW } from '../support/answering.ts';
import { scriptedPoster } from '../support/posting.ts';
import { ada, TENANT, wordsOf } from './place.ts';

/**
 * Lets a day of slots pass, posted by a platform in memory that has room for so many stories in a message; what is said
 * at a later moment is asked by `later`.
 */
export function passing(db: Db, room = Number.POSITIVE_INFINITY) {
  let now = NOW;
  let keys = 0;
  const clock = () => now;
  const { poster, standing } = scriptedPoster();
  const show: Parameters<typeof publish>[0]['show'] = (edition, subscription) =>
    postsOf(edition, subscription, {
      db,
      tenant: TENANT,
      packs: [],
      language: 'en',
      translating: null,
      fits: ({ blocks }) =>
        blocks.filter((one) => one.kind === 'heading' && one.level > 1).length <= room,
    });
  const move = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  const write = () => publish({ db, clock, log: silentLog, newKey: () => `key-${keys++}`, show });
  const send = () => deliver({ db, clock, log: silentLog, poster, show });
  return {
    standing,
    move,
    write,
    send,
    async pass(ms: number) {
      move(ms);
      await write();
      await send();
    },
    later: async (line: string, asking = ada) =>
      wordsOf(await answerTo(answeringOver(db, { now }), line, asking)),
  };
}
