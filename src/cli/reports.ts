import type { Command } from 'commander';
import { plainLine } from '../ingest/parse/plain-line.ts';
import { type Report, reportsOfAll } from '../store/reports.ts';
import { type Io, print, printJson, say } from './terminal-io.ts';
import { type CommonOptions, withApp } from './with-app.ts';

type Options = CommonOptions & { readonly json?: boolean };

const MOST = 1_000;

export function addReports(program: Command, io: Io, end: (code: 0) => void): void {
  program
    .command('reports')
    .summary('list what people found wrong with stories')
    .description(
      'Lists what was reported with /news report in every place, newest first: its number, when, the story with the version that was told, the words, and the place.',
    )
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s crier -- reports')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const reports = await withApp(io, options, ({ db }) => reportsOfAll(db, MOST));
      if (options.json) {
        await printJson(
          io,
          reports.map(({ tenant, ...report }) => ({ ...report, place: tenant })),
        );
      } else {
        for (const report of reports) await print(io, `${lineOf(report)}\n`);
        if (reports.length === 0) await say(io, 'Nothing was reported.');
      }
      end(0);
    });
}

/** What strangers wrote must not steer the terminal it is printed in. */
function lineOf({ id, at, story, version, headline, words, tenant }: Report): string {
  const about = `#${story} version ${version}: ${plainLine(headline ?? '') ?? 'it is held no more'}`;
  return [
    `R-${id}`,
    `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    about,
    plainLine(words ?? '') ?? '-',
    tenant,
  ].join('\t');
}
