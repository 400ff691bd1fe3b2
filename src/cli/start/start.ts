import type { Command } from 'commander';
import { createLog } from '../../lib/log.ts';
import type { ExitCode, Io } from '../terminal-io.ts';
import { type CommonOptions, configOf } from '../with-app.ts';
import { openOwn, openOwnOrSample, openSample } from './open-newsroom.ts';
import {
  openPlatforms,
  platformsSet,
  refuseSampleForReal,
  servePlatforms,
} from './serve-platforms.ts';
import { serveTerminal } from './serve-terminal.ts';
import { stopSignal } from './stop-signal.ts';

type Options = CommonOptions & {
  readonly once?: boolean;
  readonly sample?: boolean;
  readonly yes?: boolean;
};

export function addStart(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('start', { isDefault: true })
    .summary('run Crier (this is what `npm start` does)')
    .description(
      'Reads the feeds every minute that one is due and answers: on Discord and Slack where their tokens are set, else in the terminal. With neither tokens nor feeds the sample newsroom is shown.',
    )
    .option('--once', 'print one digest and end')
    .option('--sample', 'show the sample newsroom, whatever is configured')
    .option('--yes', 'with --sample: also on the real Discord or Slack')
    .addHelpText('after', '\nExample:\n  npm start -- --once')
    .action(async (_: unknown, command: Command) => {
      end(await start(io, command.optsWithGlobals<Options>()));
    });
}

async function start(io: Io, options: Options): Promise<ExitCode> {
  const config = configOf(io, options);
  const log = createLog(config.log);
  const isBot = !options.once && platformsSet(config).length > 0;
  if (isBot && options.sample && !options.yes) refuseSampleForReal(config, io);
  const stop = stopSignal();
  const open = options.sample ? openSample : isBot ? openOwn : openOwnOrSample;
  const opened = await open(config, log);
  try {
    if (!isBot) {
      return await serveTerminal(opened.app, io, {
        once: Boolean(options.once),
        signal: stop.signal,
      });
    }
    const platforms = await openPlatforms(opened.app, io, Boolean(options.sample));
    return await servePlatforms(opened.app, platforms, io, stop.signal);
  } finally {
    stop.release();
    await opened.close();
  }
}
