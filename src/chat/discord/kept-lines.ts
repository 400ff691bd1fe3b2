import type { Vault } from '../opening.ts';
import type { Kept, Line } from './custom-id.ts';

// Lines too long for a component are kept in this many places, the older one making room: a few megabytes at most.
const PLACES = 4_096;

/** The lines that did not fit on their buttons: kept in the vault, so that a restart does not lose them. */
export function createKeptLines(vault: Vault) {
  const keyOf = (name: string) => `discord:line:${Number.parseInt(name.slice(0, 8), 16) % PLACES}`;
  return {
    async keep(lines: readonly Kept[]): Promise<void> {
      for (const { name, line } of lines) await vault.put(keyOf(name), `${name} ${line}`);
    },
    /** The line itself; undefined where it made room for another since. */
    async find(written: Line): Promise<string | undefined> {
      if (written.kind === 'line') return written.line;
      if (!/^[0-9a-f]{32}$/.test(written.name)) return undefined;
      const value = await vault.get(keyOf(written.name));
      return value?.startsWith(`${written.name} `)
        ? value.slice(written.name.length + 1)
        : undefined;
    },
  };
}

export type KeptLines = ReturnType<typeof createKeptLines>;
