import { Command, CommanderError } from 'commander';
import { ConfigError, reasonOf, UserError } from '../lib/errors.ts';
import { nearestWord } from '../lib/nearest.ts';
import { storeTrouble } from '../store/faults.ts';
import { type ExitCode, type Io, say } from './terminal-io.ts';

type Add = (program: Command, io: Io, end: (code: ExitCode) => void) => void;

/** Every command in the order help shows them. Each is loaded when it is wanted: together they cost 60 MB. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  start: async () => (await import('./start/start.ts')).addStart,
  ingest: async () => (await import('./ingest.ts')).addIngest,
  digest: async () => (await import('./digest.ts')).addDigest,
  story: async () => (await import('./story.ts')).addStory,
  ask: async () => (await import('./ask.ts')).addAsk,
  feeds: async () => (await import('./feeds.ts')).addFeeds,
  reports: async () => (await import('./reports.ts')).addReports,
  inspect: async () => (await import('./inspect/index.ts')).addInspect,
  check: async () => (await import('./check.ts')).addCheck,
  slack: async () => (await import('./slack.ts')).addSlack,
};

/** The command that the first word names, else all of them (for help and for suggestions). */
async function commandsFor(words: readonly string[]): Promise<Add[]> {
  const name = words[0] ?? 'start';
  const named = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return Promise.all(named ? [named()] : Object.values(COMMANDS).map((load) => load()));
}

/** Runs the command line. One of the two doors at which faults are caught: each becomes one line and an exit code. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const [first = ''] = words;
  if (first && !first.startsWith('-') && !Object.hasOwn(COMMANDS, first)) {
    const meant = nearestWord(first, Object.keys(COMMANDS));
    const hint = meant ? `Did you mean ${meant}?` : 'See: npm run -s crier -- --help';
    await say(io, `There is no command ${first}. ${hint}`);
    return 2;
  }
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
    .exitOverride();
  for (const add of await commandsFor(words)) add(program, io, (ended) => (code = ended));
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
  const trouble = storeTrouble(error);
  await say(io, trouble ?? `Something went wrong: ${reasonOf(error)}`);
  if (!trouble && io.environment.CRIER_DEBUG)
    await say(io, String(error instanceof Error ? error.stack : error));
  return 1;
}
