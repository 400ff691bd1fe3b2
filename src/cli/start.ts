import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import cron from 'node-cron';
import { type App, openApp } from '../app.ts';
import { faint, type Message, message } from '../chat/message.ts';
import { terminalPlatform } from '../chat/terminal/terminal.ts';
import { greeting } from '../commands/welcome.ts';
import type { Config } from '../config/load.ts';
import { type Clock, MINUTE, scaledClock, systemClock } from '../lib/clock.ts';
import { reasonOf } from '../lib/errors.ts';
import { createLog, type Log } from '../lib/log.ts';
import { EVERYBODY } from '../news/tenant.ts';
import type { Refreshed } from '../pipeline/refresh.ts';
import { loadNewsroom } from '../sample/load-newsroom.ts';
import { serveNewsroom } from '../sample/serve-newsroom.ts';
import { countArticles } from '../store/articles.ts';
import { feedsOf } from '../store/feeds.ts';
import { type ExitCode, type Io, progressLine, say } from './terminal-io.ts';
import { answerHere, type CommonOptions, configOf } from './with-app.ts';

type Options = CommonOptions & { readonly once?: boolean; readonly sample?: boolean };

export function addStart(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('start', { isDefault: true })
    .summary('run Crier (this is what `npm start` does)')
    .description(
      'Reads the feeds every minute that one is due and answers in the terminal. With no feeds configured the sample newsroom is shown.',
    )
    .option('--once', 'print one digest and end')
    .option('--sample', 'show the sample newsroom, whatever is configured')
    .addHelpText('after', '\nExample:\n  npm start -- --once')
    .action(async (_: unknown, command: Command) => {
      end(await start(io, command.optsWithGlobals<Options>()));
    });
}

async function start(io: Io, options: Options): Promise<ExitCode> {
  const config = configOf(io, options);
  const log = createLog(config.log);
  const stop = stopSignal();
  const opened = options.sample ? await openSample(config, log) : await openOwn(config, log);
  try {
    return await serve(opened.app, io, { once: Boolean(options.once), signal: stop.signal });
  } finally {
    stop.release();
    await opened.close();
  }
}

type Opened = { readonly app: App; close(): Promise<void> };

/** The operator's own feeds and articles; where there are neither, the sample newsroom. */
async function openOwn(config: Config, log: Log): Promise<Opened> {
  const app = await openApp(config, { clock: systemClock, log });
  const [feeds, held] = await Promise.all([
    feedsOf(app.db, EVERYBODY),
    countArticles(app.db, EVERYBODY),
  ]);
  if (feeds.length > 0 || held.count > 0) return { app, close: () => app.close() };
  await app.close();
  return openSample(config, log);
}

/** The sample newsroom on loopback, its news in a store of its own that is thrown away at the end. */
async function openSample(config: Config, log: Log): Promise<Opened> {
  const origin = systemClock();
  const clock: Clock =
    config.sample.speed === 1 ? systemClock : scaledClock(systemClock, origin, config.sample.speed);
  const newsroom = loadNewsroom(config.sampleDir);
  const served = await serveNewsroom(newsroom, { clock, origin });
  const dataDir = await mkdtemp(join(tmpdir(), 'crier-sample-'));
  const ingest = { ...config.ingest, shortestMs: MINUTE, longestMs: 15 * MINUTE };
  const app = await openApp({ ...config, dataDir, ingest }, { clock, log, sample: served });
  return {
    app,
    async close() {
      await app.close();
      await served.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function serve(
  app: App,
  io: Io,
  run: { readonly once: boolean; readonly signal: AbortSignal },
): Promise<ExitCode> {
  const terminal = terminalPlatform({
    streams: { input: io.stdin, output: io.stdout },
    environment: io.environment,
  });
  const first = await firstRefresh(app, io, run.signal);
  if (run.signal.aborted) return 0;
  for (const { feed, problem } of first.failed)
    await say(io, `${feed.outlet ?? feed.url}: ${problem}`);
  const person = Boolean(io.stdin.isTTY && io.stdout.isTTY);
  if (run.once || person) await terminal.show(await answerHere(app, 'digest', {}));
  if (run.once) return 0;
  if (person) await terminal.show(await welcome(app));
  const beat = startBeat(app, run.signal);
  try {
    await terminal.serve(app.answering, run.signal);
  } finally {
    await beat.stop();
  }
  return 0;
}

async function firstRefresh(app: App, io: Io, signal: AbortSignal): Promise<Refreshed> {
  const line = progressLine(io);
  try {
    return await app.refresh({
      signal,
      progress: (at) =>
        line.show(
          at.kind === 'feeds'
            ? `reading feeds ${at.done}/${at.of}`
            : `articles ${at.done}/${at.of}`,
        ),
    });
  } finally {
    line.done();
  }
}

async function welcome(app: App): Promise<Message> {
  const { blocks } = await greeting(app.context(EVERYBODY));
  return message([...blocks, { kind: 'note', runs: [faint('Tab completes, Ctrl-C ends.')] }]);
}

/**
 * The beat of the program: once a minute (at a raised speed of the sample's clock every two seconds) it asks the feeds
 * that are due. What is due stands in the store, so a beat missed or doubled changes nothing.
 */
function startBeat(app: App, signal: AbortSignal): { stop(): Promise<void> } {
  const sped = app.clock !== systemClock;
  let working: Promise<unknown> = Promise.resolve();
  const task = cron.schedule(
    sped ? '*/2 * * * * *' : '* * * * *',
    () => {
      working = app.refresh({ signal }).then(
        (result) =>
          app.log.info('feeds refreshed', {
            feeds: result.feeds,
            added: result.added,
            failed: result.failed.length,
          }),
        (error: unknown) => app.log.error('refresh failed', { reason: reasonOf(error), error }),
      );
      return working;
    },
    { name: 'refresh', noOverlap: true, suppressMissedWarning: true },
  );
  return {
    async stop() {
      await task.destroy();
      await working;
    },
  };
}

/** Aborts at Ctrl-C or SIGTERM; a second one ends the program at once. */
function stopSignal(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM'] as const;
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  };
  for (const name of names) process.on(name, onSignal);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
}
