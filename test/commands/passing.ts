import { postsOf } from '../../src/commands/show/posts.ts';
import { silentLog } from '../../src/lib/log.ts';
import { deliver } from '../../src/pipeline/deliver.ts';
import { publish } from '../../src/pipeline/publish.ts';
import type { Db } from '../../src/store/schema.ts';
import { answeringOver, answerTo, NOW } from '../support/answering.ts';
import { scriptedPoster } from '../support/posting.ts';
import { ada, TENANT, wordsOf } from './place.ts';

/** Lets a day of slots pass, posted by a platform in memory; what is said at a later moment is asked by `later`. */
export function passing(db: Db) {
  let now = NOW;
  let keys = 0;
  const clock = () => now;
  const { poster, standing } = scriptedPoster();
  return {
    standing,
    async pass(ms: number) {
      now = new Date(now.getTime() + ms);
      const show: Parameters<typeof publish>[0]['show'] = (edition, subscription) =>
        postsOf(edition, subscription, {
          db,
          tenant: TENANT,
          packs: [],
          language: 'en',
          translating: null,
          fits: () => true,
        });
      await publish({ db, clock, log: silentLog, newKey: () => `key-${keys++}`, show });
      await deliver({ db, clock, log: silentLog, poster, show });
    },
    later: async (line: string, asking = ada) =>
      wordsOf(await answerTo(answeringOver(db, { now }), line, asking)),
  };
}
