import { type Command, Option } from 'commander';
import { renderTerminal } from '../chat/terminal/render.ts';
import { lookOf, operator } from '../chat/terminal/terminal.ts';
import { digestMessage, LENGTHS, type Length } from '../commands/show/digest.ts';
import { chooseStories } from '../desk/choose-stories.ts';
import { tellStories } from '../desk/tell-story.ts';
import { EVERYBODY } from '../news/tenant.ts';
import { storyJson } from './json.ts';
import { spanOption, wholeOption } from './options.ts';
import { type ExitCode, type Io, print, printJson } from './terminal-io.ts';
import { type CommonOptions, withApp } from './with-app.ts';

type Options = CommonOptions & {
  readonly window?: number;
  readonly stories?: number;
  readonly length: Length;
  readonly json?: boolean;
};

export function addDigest(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('digest')
    .summary('print the top stories of the last hours or days')
    .description('Prints a digest of the stories held: the most widely told first.')
    .argument('[words...]', 'only stories about these words')
    .option('--window <span>', 'how far back to look, such as 24h or 3d', spanOption)
    .option('--stories <n>', 'how many stories at most', wholeOption(1, 100))
    .addOption(
      new Option('--length <length>', 'how much of each story').choices(LENGTHS).default('short'),
    )
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s crier -- digest climate --window 3d')
    .action(async (words: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      await withApp(io, options, async (app) => {
        const context = await app.context(operator);
        const windowMs = options.window ?? app.config.digest.windowMs;
        const from = new Date(context.now.getTime() - windowMs);
        const topic = words.join(' ') || null;
        const limit = options.stories ?? app.config.digest.stories;
        const stories = await chooseStories(app.db, EVERYBODY, {
          from,
          to: context.now,
          limit,
          topic,
        });
        const told = await tellStories(app.db, stories, context.now);
        if (options.json) {
          await printJson(io, {
            at: context.now,
            from,
            to: context.now,
            stories: told.map(storyJson),
          });
        } else {
          const shown = digestMessage(
            { stories: told, windowMs, topic, length: options.length },
            context,
          );
          await print(io, renderTerminal(shown, lookOf(io.stdout, io.environment)));
        }
      });
      end(0);
    });
}
