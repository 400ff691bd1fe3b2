import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { storeTrouble } from '../../src/store/faults.ts';
import { openStore } from '../../src/store/open.ts';
import { vaultOf } from '../../src/store/vault.ts';
import { temporaryFolder } from '../support/store.ts';

/** A store, and a second connection to its file that never waits: another program on the same folder. */
async function shared() {
  const file = join(temporaryFolder(), 'crier.db');
  const db = await openStore(file);
  const other = new DatabaseSync(file, { timeout: 0 });
  onTestFinished(async () => {
    other.close();
    await db.destroy();
  });
  return { file, db, other };
}

test('a transaction keeps other writers out from its first line: what it read stays true', async () => {
  const { db, other } = await shared();
  await db.transaction().execute(async (transaction) => {
    expect(await vaultOf(transaction).get('turn')).toBeNull();
    expect(() => other.exec("insert into vault values ('turn', 'other')")).toThrow(/locked/);
    await vaultOf(transaction).put('turn', 'mine');
  });
  expect(await vaultOf(db).get('turn')).toBe('mine');
});

test('a transaction waits while another program writes', async () => {
  const { file, db } = await shared();
  const writer = new Worker(
    `const { DatabaseSync } = require('node:sqlite');
     const { parentPort, workerData } = require('node:worker_threads');
     const db = new DatabaseSync(workerData);
     db.exec("begin immediate; insert into vault values ('turn', 'first')");
     parentPort.postMessage('writing');
     setTimeout(() => { db.exec('commit'); db.close(); }, 300);`,
    { eval: true, workerData: file },
  );
  const gone = new Promise((done) => writer.once('exit', done));
  await new Promise((done) => writer.once('message', done));
  const found = await db.transaction().execute(async (transaction) => {
    const turn = await vaultOf(transaction).get('turn');
    await vaultOf(transaction).put('turn', 'second');
    return turn;
  });
  expect(found).toBe('first');
  await gone;
});

test('a writer that does not finish is told in words', async () => {
  const { db, other } = await shared();
  await sql`pragma busy_timeout = 0`.execute(db);
  other.exec('begin immediate');
  const refused = await db
    .transaction()
    .execute((transaction) => vaultOf(transaction).put('turn', 'mine'))
    .catch((error: unknown) => error);
  expect(storeTrouble(refused)).toMatch(/Another program is writing/);
  expect(storeTrouble(new Error('something else'))).toBeUndefined();
});
