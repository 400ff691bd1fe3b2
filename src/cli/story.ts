import type { Command } from 'commander';
import { Option } from 'commander';
import { renderTerminal } from '../chat/terminal/render.ts';
import { lookOf, operator } from '../chat/terminal/terminal.ts';
import { VIEWS, type View } from '../commands/show/card.ts';
import { findStories } from '../desk/find-stories.ts';
import { tellStories } from '../desk/tell-story.ts';
import { EVERYBODY } from '../news/tenant.ts';
import { nearestJson, storyJson } from './json.ts';
import { spanOption, spanText } from './options.ts';
import { type ExitCode, type Io, print, printJson } from './terminal-io.ts';
import { answerHere, type CommonOptions, withApp } from './with-app.ts';

type Options = CommonOptions & {
  readonly view: View;
  readonly since?: number;
  readonly json?: boolean;
};

const MOST = 10;

export function addStory(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('story')
    .summary('print one story with its sources and quotes')
    .description(
      'Prints the story that is meant by a few words: names, words of a headline, or its number (#12).',
    )
    .argument('<words...>', 'names or words of the story, or its number')
    .addOption(new Option('--view <view>', 'what to show of it').choices(VIEWS).default('card'))
    .option('--since <span>', 'how far back to look, such as 24h or 30d', spanOption)
    .option('--json', 'as JSON, every story found, the best first')
    .addHelpText('after', '\nExample:\n  npm run -s crier -- story austin shoigu')
    .action(async (words: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const query = words.join(' ');
      await withApp(io, options, async (app) => {
        const context = await app.context(operator);
        if (!options.json) {
          const shown = await answerHere(app, 'story', {
            query,
            view: options.view,
            ...spanText('since', options.since),
          });
          return print(io, renderTerminal(shown, lookOf(io.stdout, io.environment)));
        }
        const found = await findStories(app.db, EVERYBODY, {
          query,
          now: context.now,
          since:
            options.since === undefined ? null : new Date(context.now.getTime() - options.since),
        });
        const stories = await tellStories(app.db, found.stories.slice(0, MOST), context.now);
        const nearest = await tellStories(app.db, found.nearest, context.now);
        return printJson(io, {
          query,
          stories: stories.map(storyJson),
          nearest: nearest.map(nearestJson),
        });
      });
      end(0);
    });
}
