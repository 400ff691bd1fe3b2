import { Command, CommanderError } from 'commander';
import { ConfigError, reasonOf, UserError } from '../lib/errors.ts';
import { isDiskFull } from '../store/open.ts';
import { addAsk } from './ask.ts';
import { addCheck } from './check.ts';
import { addDigest } from './digest.ts';
import { addFeeds } from './feeds.ts';
import { addIngest } from './ingest.ts';
import { addInspect } from './inspect/index.ts';
import { addStart } from './start.ts';
import { addStory } from './story.ts';
import { type ExitCode, type Io, say } from './terminal-io.ts';

const COMMANDS = [addStart, addIngest, addDigest, addStory, addAsk, addFeeds, addInspect, addCheck];

/** Runs the command line. One of the two doors at which faults are caught: each becomes one line and an exit code. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command('crier')
    .description(
      'Watches feeds, puts articles on one event into a story, and tells each story in short with proven quotes.',
    )
    .usage('[options] [command]')
    .option(
      '--data <folder>',
      'where the database lives (CRIER_DATA; otherwise "data" in crier.yaml)',
    )
    .option('--config <folder>', 'where crier.yaml lies (CRIER_CONFIG; otherwise config/)')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .showSuggestionAfterError()
    .exitOverride();
  for (const add of COMMANDS) add(program, io, (ended) => (code = ended));
  for (const command of program.commands) inherit(command, program);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    return ended(error, io);
  }
}

/** Sub-commands take the same options and end in the same way. */
function inherit(command: Command, from: Command): void {
  command.copyInheritedSettings(from).exitOverride();
  command
    .option('--data <folder>', 'where the database lives')
    .option('--config <folder>', 'where crier.yaml lies');
  for (const inner of command.commands) inherit(inner, from);
}

async function ended(error: unknown, io: Io): Promise<ExitCode> {
  // Help and usage mistakes: commander has printed them.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ConfigError || error instanceof UserError) {
    await say(io, error.message);
    return 2;
  }
  const disk = isDiskFull(error);
  const words = disk
    ? 'The disk is full. What was stored before is whole; free some space and run it again.'
    : `Something went wrong: ${reasonOf(error)}`;
  await say(io, words);
  if (!disk && io.environment.CRIER_DEBUG)
    await say(io, String(error instanceof Error ? error.stack : error));
  return 1;
}
