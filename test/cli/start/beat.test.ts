import { expect, test, vi } from 'vitest';
import { openApp } from '../../../src/app.ts';
import type { Edited, Platform } from '../../../src/chat/platform.ts';
import { startBeat } from '../../../src/cli/start/beat.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { silentLog } from '../../../src/lib/log.ts';
import { crier } from '../../support/delivering.ts';
import { arrive } from '../../support/newsroom.ts';
import { temporaryFolder } from '../../support/store.ts';

const HARBOUR = {
  title: 'Kelmouth harbour closes',
  text: 'The harbour of Kelmouth was closed on Monday after the storm tore away two piers.',
};
const DIVERS = {
  title: 'Divers work in Kelmouth',
  outlet: 'Courier',
  text: 'Divers from Vissing removed 14 wrecks from the channel during the night.',
};

test('while an edit hangs the digests that are due are posted', { timeout: 60_000 }, async () => {
  let now = new Date('2026-03-02T08:00:00Z');
  const app = await openApp(
    { ...loadConfig({}), dataDir: temporaryFolder(), feeds: [] },
    { clock: () => now, log: silentLog },
  );
  const at = crier(app.db, '2026-03-02T08:00:00Z');
  await at.subscribe('early');
  const story = await arrive(app.db, at.at('2026-03-02T08:10:00Z'), HARBOUR);
  at.at('2026-03-02T08:30:00Z');
  await at.publish();
  await at.deliver();
  await at.subscribe('late', {
    schedule: { times: ['09:00'], days: [1], everyMinutes: null },
    whenEmpty: 'line',
  });
  await arrive(app.db, at.at('2026-03-02T08:40:00Z'), { ...DIVERS, story });
  const edit = Promise.withResolvers<Edited>();
  const platform: Platform = {
    ...at.poster,
    edit: async (...of) => {
      await at.poster.edit(...of);
      return edit.promise;
    },
    serve: async () => {},
    check: async () => [],
    checkPlace: async () => ({ what: 'it', remedy: null }),
  };
  now = at.at('2026-03-02T08:50:00Z');
  const stopping = new AbortController();
  const beat = startBeat(app, [platform], stopping.signal);
  await vi.waitFor(() => expect(at.asked).toContain('edit early'), { timeout: 10_000 });
  now = at.at('2026-03-02T09:00:00Z');
  await vi.waitFor(() => expect(at.asked).toContain('post late'), { timeout: 20_000 });
  edit.resolve({ kind: 'unknown', reason: 'no answer in time' });
  stopping.abort();
  await beat.stop();
  await app.close();
});
