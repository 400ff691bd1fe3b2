import { expect, test } from 'vitest';
import { createAnswering } from '../../src/commands/answer.ts';
import { silentLog } from '../../src/lib/log.ts';
import { answeringOver, answerTo, asker } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

test('an answer says whether it is one, or why there is none', async () => {
  const answering = answeringOver(await temporaryStore());
  expect(await answerTo(answering, '/news help', asker())).toMatchObject({ trouble: false });
  expect(await answerTo(answering, '/nonsense', asker())).toMatchObject({ trouble: true });
  expect(await answerTo(answering, '/news feed check', asker())).toMatchObject({ trouble: true });
  const broken = createAnswering({
    db: await temporaryStore(),
    log: silentLog,
    clock: () => new Date(),
    contextOf: async () => {
      throw new Error('no such table');
    },
  });
  expect(await answerTo(broken, '/news help', asker())).toMatchObject({ trouble: true });
});
