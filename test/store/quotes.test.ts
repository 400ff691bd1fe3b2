import { expect, test } from 'vitest';
import { articlesQuoting, quotesOf } from '../../src/store/quotes.ts';
import { tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

const THEIRS = 'slack:T1';
const text =
  'Rolf Anders, the mayor of Kelmouth, resigned on Sunday. “I should have had that crane inspected,” Anders said.';

test('the quotes of a place’s own articles are seen from nowhere else', async () => {
  const db = await temporaryStore();
  const told = { url: 'https://a.example/1', outlet: 'The Courier', title: 'Mayor resigns', text };
  await tell(db, [{ ...told, tenant: THEIRS }]);
  const own = { id: 1, text };
  expect(await quotesOf(db, THEIRS, [own])).toHaveLength(1);
  expect(await quotesOf(db, 'slack:T2', [own])).toEqual([]);
  expect(await articlesQuoting(db, THEIRS, 'anders', 5)).toEqual([1]);
  expect(await articlesQuoting(db, 'slack:T2', 'anders', 5)).toEqual([]);
});
