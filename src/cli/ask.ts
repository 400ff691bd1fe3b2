import type { Command } from 'commander';
import { renderTerminal } from '../chat/terminal/render.ts';
import { lookOf, operator } from '../chat/terminal/terminal.ts';
import { ask } from '../desk/ask.ts';
import { tellStories } from '../desk/tell-story.ts';
import { EVERYBODY } from '../news/tenant.ts';
import { nearestJson } from './json.ts';
import { spanOption, spanText } from './options.ts';
import { type ExitCode, type Io, print, printJson } from './terminal-io.ts';
import { answerHere, type CommonOptions, withApp } from './with-app.ts';

type Options = CommonOptions & { readonly since?: number; readonly json?: boolean };

export function addAsk(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('ask')
    .summary('answer a question from the articles held')
    .description(
      'Answers with the sentences and quotes of the articles held that say it, each with its source.',
    )
    .argument('<words...>', 'the question')
    .option(
      '--since <span>',
      'only from articles that came in this span, such as 24h or 7d',
      spanOption,
    )
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s crier -- ask what did peskov say about talks')
    .action(async (words: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const question = words.join(' ');
      await withApp(io, options, async (app) => {
        const context = await app.context(operator);
        if (!options.json) {
          const shown = await answerHere(app, 'ask', {
            question,
            ...spanText('since', options.since),
          });
          return print(io, renderTerminal(shown, lookOf(io.stdout, io.environment)));
        }
        const answer = await ask(app.db, EVERYBODY, {
          text: question,
          now: context.now,
          story: null,
          since:
            options.since === undefined ? null : new Date(context.now.getTime() - options.since),
          language: null,
        });
        const nearest = await tellStories(app.db, answer.nearest, context.now);
        return printJson(io, {
          question,
          answered: answer.answered,
          answer: answer.answer.map(({ text, refs, quote }) => ({ text, refs, quote })),
          nearestSentences: answer.nearestSentences.map(({ text, refs }) => ({ text, refs })),
          nearest: nearest.map(nearestJson),
        });
      });
      end(0);
    });
}
