import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { vaultOf } from '../../src/store/vault.ts';
import { crier, ended, HOME } from '../support/program.ts';
import { temporaryFolder, temporaryStore } from '../support/store.ts';

test('a fault at which SQLite rolls back by itself is told as what it is', async () => {
  const db = await temporaryStore();
  await vaultOf(db).put('turn', 'mine');
  const failing = db.transaction().execute(async (transaction) => {
    await vaultOf(transaction).put('other', 'lost');
    await sql`insert or rollback into vault values ('turn', 'again')`.execute(transaction);
  });
  await expect(failing).rejects.toThrow(/UNIQUE constraint failed: vault.key/);
  expect(await vaultOf(db).get('other')).toBeNull();
  await db.transaction().execute((transaction) => vaultOf(transaction).put('turn', 'next'));
  expect(await vaultOf(db).get('turn')).toBe('next');
});

test.skipIf(process.platform === 'win32')(
  'a file that may not grow any more is told in words; what was stored before is whole',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    const news = join(folder, 'news');
    const data = join(folder, 'data');
    mkdirSync(news);
    for (let i = 0; i < 200; i++) {
      const line = `Sentence of report ${i} goes on about the harbour of Kelmouth in many words.\n\n`;
      writeFileSync(join(news, `${i}.txt`), `Report ${i} of the harbour\n\n${line.repeat(400)}`);
    }
    const ingest = ['ingest', news, '--data', data];
    // The shell's unit is 512 or 1,024 bytes; the articles need more than either allows.
    const limited = spawn(
      'sh',
      [
        '-c',
        'ulimit -f 4000; exec "$0" "$@"',
        process.execPath,
        join(HOME, 'src/main.ts'),
        ...ingest,
      ],
      { env: { PATH: process.env.PATH, HOME: process.env.HOME } },
    );
    const { code, err } = await ended(limited);
    expect(err).toMatch(/^The disk (?:refused to read or write the database|is full)/m);
    expect(code).toBe(1);
    const whole = await crier([...ingest, '--json']);
    const { added, known } = JSON.parse(whole.out) as { added: number; known: number };
    expect(known).toBeGreaterThan(0);
    expect(added).toBeGreaterThan(0);
    expect(added + known).toBe(200);
  },
);
