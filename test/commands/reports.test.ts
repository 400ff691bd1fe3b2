import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY } from '../../src/lib/clock.ts';
import { addAct } from '../../src/store/audit.ts';
import { databaseFile, openStore } from '../../src/store/open.ts';
import { addReport, forgetPaper, reportsOfAll } from '../../src/store/reports.ts';
import { answeringOver, answerTo, NOW, tell } from '../support/answering.ts';
import { crier } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';
import { BAKERY, ben, grace, place, TENANT } from './place.ts';

test('what was reported is listed on the command line, the latest first, and steers no terminal', async () => {
  const data = join(temporaryFolder(), 'data');
  const db = await openStore(databaseFile(data));
  await tell(db, [BAKERY]);
  const answering = answeringOver(db);
  await answerTo(answering, '/news report #1', ben);
  await answerTo(answering, '/news report #1 the baker is\u001b[2J called\tHarlow', grace);
  const about = { at: NOW, version: 2, words: 'gone', person: 'U1' };
  await addReport(db, 'slack:T1', { ...about, story: 99 });
  await db.destroy();

  const { code, out, err } = await crier(['reports', '--data', data]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(
    out
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t')),
  ).toEqual([
    ['R-3', '2026-03-02 08:30 UTC', '#99 version 2: it is held no more', 'gone', 'slack:T1'],
    [
      'R-2',
      '2026-03-02 08:30 UTC',
      `#1 version 1: ${BAKERY.title}`,
      'the baker is[2J called Harlow',
      TENANT,
    ],
    ['R-1', '2026-03-02 08:30 UTC', `#1 version 1: ${BAKERY.title}`, '-', TENANT],
  ]);

  const json = await crier(['reports', '--json', '--data', data]);
  expect(JSON.parse(json.out)).toMatchObject([
    { id: 3, story: 99, headline: null },
    { id: 2, headline: BAKERY.title, version: 1, words: expect.stringContaining('Harlow') },
    { id: 1, at: NOW.toISOString(), story: 1, words: null, place: TENANT },
  ]);
  expect(json.out).not.toContain(ben.person.id);
});

test('its help says what it does, and where nothing was reported it says so', async () => {
  const help = await crier(['reports', '--help']);
  expect(help.out).toMatch(
    /^Usage: crier reports [\s\S]*Example:\n {2}npm run -s crier -- reports/,
  );
  const none = await crier(['reports', '--data', temporaryFolder()]);
  expect(none).toEqual({ code: 0, out: '', err: 'Nothing was reported.\n' });
});

test('twenty a day are the most from one person, wherever they ask; others may still report', async () => {
  const { db, say } = await place();
  const elsewhere = { ...ben, tenant: `discord:dm:${ben.person.id}` };
  for (let i = 0; i < 19; i += 1) await say(`/news report #1 wrong ${i}`, ben);
  expect((await say('/news report #1 wrong', elsewhere)).trouble).toBe(false);
  const refused = await say('/news report #1 wrong again', ben);
  expect(refused.trouble).toBe(true);
  expect(refused.words).toContain('20 reports a day are the most from one person.');
  expect((await say('/news report #1 wrong', grace)).trouble).toBe(false);
  expect(await reportsOfAll(db, 100)).toHaveLength(21);
  await db
    .updateTable('reports')
    .set({ at: NOW.getTime() - DAY })
    .execute();
  expect((await say('/news report #1 wrong again', ben)).trouble).toBe(false);
});

test('what was reported and changed long ago is forgotten, of every place', async () => {
  const { db } = await place();
  const person = { id: 'U1', name: 'Ada' };
  for (const tenant of [TENANT, 'slack:T1']) {
    for (const days of [401, 399]) {
      const at = new Date(NOW.getTime() - days * DAY);
      const words = `${days} days ago`;
      await addReport(db, tenant, { at, story: 1, version: 1, words, person: person.id });
      await addAct(db, tenant, { at, person, channel: null, line: words });
    }
  }
  await forgetPaper(db, new Date(NOW.getTime() - 400 * DAY));
  const kept = [{ tenant: TENANT }, { tenant: 'slack:T1' }];
  expect(await db.selectFrom('audit').select(['tenant', 'line']).orderBy('id').execute()).toEqual(
    kept.map((one) => ({ ...one, line: '399 days ago' })),
  );
  expect((await reportsOfAll(db, 9)).reverse()).toMatchObject(
    kept.map((one) => ({ ...one, words: '399 days ago' })),
  );
});
