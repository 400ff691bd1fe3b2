import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { spentByDay } from '../../src/store/usage.ts';
import { temporaryFolder } from '../support/store.ts';
import { mockServer } from './scripted.ts';
import type { Spending } from './spender.ts';

const NOON = new Date('2026-03-04T12:00:00Z');
const EACH = 60;

/** A program beside this one; what came of each of its questions. */
function spend(spending: Spending): Promise<string[]> {
  const worker = new Worker(new URL('./spender.ts', import.meta.url), { workerData: spending });
  onTestFinished(() => void worker.terminate());
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
  });
}

/** A store that is there already, and a server that counts each answer as `EACH` tokens. */
async function shared() {
  const mock = await mockServer();
  mock.onMessage(/./, async () => {
    await new Promise((done) => setTimeout(done, 5));
    const usage = { prompt_tokens: EACH / 2, completion_tokens: EACH / 2 };
    return { content: '{"a": 1}', usage };
  });
  const file = join(temporaryFolder(), 'crier.db');
  const db = await openStore(file);
  onTestFinished(() => db.destroy());
  const about = { file, url: `${mock.url}/v1`, at: NOON };
  return { mock, db, about };
}

const questions = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${name} ${i}`);

test('programs on one store share one budget, to the token', async () => {
  const dayTokens = 2_000;
  const { mock, db, about } = await shared();
  const kinds = await Promise.all(
    ['one', 'other'].map((name) => spend({ ...about, dayTokens, questions: questions(name, 30) })),
  );
  const answered = kinds.flat().filter((kind) => kind === 'answered').length;
  expect(new Set(kinds.flat())).toEqual(new Set(['answered', 'over budget']));
  expect(mock.getRequests()).toHaveLength(answered);
  const [spent] = await spentByDay(db, '*', '2026-03-04');
  expect(spent).toMatchObject({ calls: answered, tokens: answered * EACH });
  expect(answered * EACH).toBeLessThanOrEqual(dayTokens);
});

test('what one program was answered the other does not pay again', async () => {
  const { mock, db, about } = await shared();
  const same = { ...about, dayTokens: null, questions: questions('same', 5) };
  expect(await spend(same)).toEqual(Array(5).fill('answered'));
  expect(await spend(same)).toEqual(Array(5).fill('answered'));
  expect(mock.getRequests()).toHaveLength(5);
  expect(await spentByDay(db, '*', '2026-03-04')).toMatchObject([{ calls: 5 }]);
});
