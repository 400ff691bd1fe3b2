import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../src/app.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Asker, Form, Platform } from '../../src/chat/platform.ts';
import { showTime } from '../../src/commands/show/words.ts';
import { loadConfig } from '../../src/config/load.ts';
import { HOUR, MINUTE } from '../../src/lib/clock.ts';
import { silentLog } from '../../src/lib/log.ts';
import { loadNewsroom } from '../../src/sample/load-newsroom.ts';
import { serveNewsroom } from '../../src/sample/serve-newsroom.ts';
import { scriptedPoster } from '../support/posting.ts';

const ZONE = 'Europe/Berlin';

/**
 * The real program over the sample newsroom, on a clock that is put forward by hand, with a platform in memory that
 * keeps what is posted. `origin` is the newsroom's start; `at` the moment to begin with.
 */
export async function openDays(asker: Asker, about: { readonly origin: Date; readonly at: Date }) {
  let now = about.at;
  const clock = () => now;
  const config = loadConfig(process.env);
  const served = await serveNewsroom(loadNewsroom(config.sampleDir), {
    clock,
    origin: about.origin,
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'crier-pictures-'));
  const ingest = { ...config.ingest, shortestMs: MINUTE, longestMs: 15 * MINUTE };
  const app = await openApp(
    { ...config, dataDir, ingest, zone: ZONE, language: 'en' },
    { clock, log: silentLog, sample: served },
  );
  const { poster, standing } = scriptedPoster(asker.platform);

  async function beat(): Promise<void> {
    const signal = new AbortController().signal;
    await app.refresh();
    await app.publish(signal);
    await app.deliver(poster as Platform, signal);
    await app.tend(poster as Platform, signal);
  }

  /** Lets the time pass in steps, with all that the program does meanwhile. */
  async function until(moment: string, step = HOUR): Promise<void> {
    const end = new Date(moment);
    while (now < end) {
      now = new Date(Math.min(now.getTime() + step, end.getTime()));
      await beat();
    }
  }

  const say = (line: string, as: Partial<Asker> = {}): Promise<Message> =>
    app.answering.prepare({ kind: 'line', line }, { ...asker, ...as }).answer();

  await beat();
  return {
    say,
    until,
    standing,
    /** What a clock on the wall says. */
    time: () => showTime(now, { language: 'en', zone: ZONE }),
    welcome: () => app.answering.welcome(asker),
    home: () => app.answering.home({ ...asker, channel: null }),
    async form(line: string): Promise<Form> {
      const form = await app.answering.form(line, asker);
      if ('blocks' in form) throw new Error(`no form for ${line}`);
      return form;
    },
    async close() {
      await app.close();
      await served.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
