import type { Command } from 'commander';
import type { App } from '../app.ts';
import { count } from '../commands/show/words.ts';
import { UserError } from '../lib/errors.ts';
import { outletOf } from '../news/feed.ts';
import { EVERYBODY } from '../news/tenant.ts';
import { ingestFiles } from '../pipeline/ingest-files.ts';
import { countStories } from '../store/stories.ts';
import {
  type ExitCode,
  type Io,
  print,
  printJson,
  progressLine,
  say,
  userPath,
} from './terminal-io.ts';
import { type CommonOptions, withApp } from './with-app.ts';

type Options = CommonOptions & { readonly outlet?: string; readonly json?: boolean };

/** What an ingest did, for people in a sentence and for programs as it is. */
type Summary = {
  readonly added: number;
  readonly corrected: number;
  readonly known: number;
  readonly problems: readonly { readonly where: string; readonly problem: string }[];
};

export function addIngest(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('ingest')
    .summary('take in articles from the feeds, or from files and folders')
    .description(
      'Without paths: asks every feed that is due. With paths: reads files (.txt .md .html .jsonl) and folders of them.',
    )
    .argument('[paths...]', 'files or folders')
    .option('--outlet <name>', 'who published the files, where they do not say')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s crier -- ingest ~/articles --outlet "The Example"',
    )
    .action(async (paths: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const failed = await withApp(io, options, async (app) => {
        const stop = new AbortController();
        const interrupt = () => stop.abort();
        process.once('SIGINT', interrupt);
        process.once('SIGTERM', interrupt);
        try {
          const summary = paths.length
            ? await fromFiles(app, io, {
                paths,
                outlet: options.outlet ?? null,
                signal: stop.signal,
              })
            : await fromFeeds(app, io, stop.signal);
          await report(app, io, summary, Boolean(options.json));
          if (stop.signal.aborted)
            await say(io, 'Stopped early; run it again to take in the rest.');
          return summary.problems.length > 0 || stop.signal.aborted;
        } finally {
          process.off('SIGINT', interrupt);
          process.off('SIGTERM', interrupt);
        }
      });
      end(failed ? 1 : 0);
    });
}

async function fromFeeds(app: App, io: Io, signal: AbortSignal): Promise<Summary> {
  const line = progressLine(io);
  const result = await app.refresh({
    signal,
    progress: (at) =>
      line.show(at.kind === 'feeds' ? `feeds ${at.done}/${at.of}` : `articles ${at.done}/${at.of}`),
  });
  line.done();
  if (result.feeds === 0 && app.config.feeds.length === 0) {
    throw new UserError(
      'There are no feeds yet. Add one: npm run -s crier -- feeds add https://…  (or name files: crier ingest FOLDER)',
    );
  }
  return {
    added: result.added,
    corrected: result.corrected,
    known: 0,
    problems: result.failed.map(({ feed, problem }) => ({
      where: outletOf(feed) ?? feed.url,
      problem,
    })),
  };
}

async function fromFiles(
  app: App,
  io: Io,
  asked: {
    readonly paths: readonly string[];
    readonly outlet: string | null;
    readonly signal: AbortSignal;
  },
): Promise<Summary> {
  const line = progressLine(io);
  const result = await ingestFiles(
    {
      intake: app.intake,
      reading: app.reading,

      maxBytes: app.config.ingest.maxFeedBytes,
    },
    {
      paths: asked.paths.map((path) => userPath(io, path)),
      tenant: EVERYBODY,
      outlet: asked.outlet,
      signal: asked.signal,
      progress: (done) => line.show(`articles ${done}`),
    },
  );
  line.done();
  return result;
}

async function report(app: App, io: Io, summary: Summary, json: boolean): Promise<void> {
  for (const { where, problem } of summary.problems) await say(io, `${where}: ${problem}`);
  if (json) return printJson(io, summary);
  const stories = await countStories(app.db, EVERYBODY);
  const parts = [
    `${count(summary.added, 'article')} added`,
    ...(summary.corrected ? [`${summary.corrected} corrected`] : []),
    ...(summary.known ? [`${summary.known} known already`] : []),
    `${count(stories, 'story')} held`,
    ...(summary.problems.length ? [`${count(summary.problems.length, 'problem')}`] : []),
  ];
  return print(io, `${parts.join(', ')}.\n`);
}
