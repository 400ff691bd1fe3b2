/** SQLite's result codes that mean something to whoever runs Crier (https://www.sqlite.org/rescode.html). */
export const SQLITE = {
  busy: 5,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** The primary result code of the fault or of one that caused it. */
export function sqliteCode(error: unknown): number | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('errcode' in at && typeof at.errcode === 'number') return at.errcode & 0xff;
  }
  return undefined;
}

/** Whether a fault means that the disk (or the file's allowed size) is full. */
export function isDiskFull(error: unknown): boolean {
  const system = error instanceof Error && 'code' in error ? error.code : undefined;
  return sqliteCode(error) === SQLITE.full || system === 'ENOSPC';
}

/** What hinders the store and what to do about it, where that lies outside Crier; undefined for every other fault. */
export function storeTrouble(error: unknown): string | undefined {
  if (isDiskFull(error)) {
    return 'The disk is full. What was stored before is whole; free some space and run it again.';
  }
  if (sqliteCode(error) === SQLITE.inputOutput) {
    return (
      'The disk refused to read or write the database: it may be failing, gone, or a limit on file sizes was reached. ' +
      'What was stored before is whole; see to it and run this again.'
    );
  }
  if (sqliteCode(error) === SQLITE.readOnly) {
    return 'The database may not be written. Check the rights of its folder and files, and run this again.';
  }
  if (sqliteCode(error) === SQLITE.busy) {
    return (
      'Another program is writing to the database and did not finish in time. What was stored before is whole; ' +
      'wait for it or stop it, and run this again.'
    );
  }
  return undefined;
}
