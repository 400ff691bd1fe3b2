import { type App, openApp } from '../app.ts';
import type { Message } from '../chat/message.ts';
import { operator } from '../chat/terminal/terminal.ts';
import { COMMANDS } from '../commands/index.ts';
import { parseOptions } from '../commands/parse.ts';
import { type Config, loadConfig } from '../config/load.ts';
import { systemClock } from '../lib/clock.ts';
import { createLog } from '../lib/log.ts';
import { type Io, userPath } from './terminal-io.ts';

/** What every command takes. */
export type CommonOptions = { readonly data?: string; readonly config?: string };

export function configOf(io: Io, options: CommonOptions): Config {
  return loadConfig(io.environment, {
    ...(options.config !== undefined && { configDir: userPath(io, options.config) }),
    ...(options.data !== undefined && { dataDir: userPath(io, options.data) }),
  });
}

/** Opens the program on the configured data for one piece of work and closes it whatever comes of that. */
export async function withApp<T>(
  io: Io,
  options: CommonOptions,
  work: (app: App) => Promise<T>,
): Promise<T> {
  const config = configOf(io, options);
  const app = await openApp(config, { clock: systemClock, log: createLog(config.log) });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/**
 * A chat command's answer for whoever runs Crier; `options` as they would be typed. Slips and faults rise, so that
 * they reach the exit code.
 */
export async function answerHere(
  app: App,
  name: string,
  options: Readonly<Record<string, string>>,
): Promise<Message> {
  const { command, given } = parseOptions(name, options, COMMANDS);
  return await command.run(given, await app.context(operator));
}
