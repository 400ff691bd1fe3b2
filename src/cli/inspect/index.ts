import type { Command } from 'commander';
import { isBinary } from '../../ingest/is-binary.ts';
import type { Body } from '../../ingest/workers/jobs.ts';
import { createParsers, type Parsers } from '../../ingest/workers/parsers.ts';
import { type ExitCode, type Io, print, printJson, say, userPath } from '../terminal-io.ts';
import { type CommonOptions, configOf } from '../with-app.ts';
import { bytesOf, documentRow, eachRow, fieldsOf, type Row, RowError, readBytes } from './rows.ts';

/** A stage of the pipeline that can be looked at. */
type Stage = {
  readonly name: string;
  readonly summary: string;
  readonly row: string;
  /** How many rows are worked on at once; their order is kept. */
  readonly lookAhead: number;
  /** Loads what the stage needs, which is not little, when it is looked at. */
  open(tools: Tools): Promise<Opened>;
};

type Tools = { readonly io: Io; readonly parsers: Parsers; readonly windowMs: () => number };

type Opened = {
  run(row: Row): Promise<unknown> | unknown;
  /** The row that a raw file stands for. */
  fromFile(path: string): Promise<unknown>;
  /** What is printed after the last row, if anything. */
  end?(): unknown;
};

export function addInspect(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const inspect = program
    .command('inspect')
    .summary('show what the pipeline makes of a file')
    .description(
      'Shows what one stage of the pipeline makes of a document: a file, or - for JSON Lines on standard input, one result a line.',
    )
    .addHelpText('after', '\nExample:\n  npm run -s crier -- inspect quotes article.txt');
  for (const stage of [feed, article, quotes, stories, digest]) {
    inspect
      .command(`${stage.name} <file>`)
      .summary(stage.summary)
      .description(`Shows ${stage.summary}. A row on standard input is ${stage.row}.`)
      .addHelpText('after', `\nExample:\n  npm run -s crier -- inspect ${stage.name} -`)
      .action(async (file: string, _: unknown, command: Command) => {
        const parsers = createParsers();
        const windowMs = () =>
          configOf(io, command.optsWithGlobals<CommonOptions>()).stories.windowMs;
        try {
          end(await look(stage, await stage.open({ io, parsers, windowMs }), file, io));
        } finally {
          await parsers.close();
        }
      });
  }
}

async function look(stage: Stage, opened: Opened, file: string, io: Io): Promise<ExitCode> {
  if (file === '-') {
    const failed = await eachRow(io, async (row) => opened.run(row), stage.lookAhead);
    if (opened.end) await print(io, `${JSON.stringify(opened.end())}\n`);
    return failed ? 1 : 0;
  }
  try {
    const value = await opened.fromFile(userPath(io, file));
    await printJson(io, await opened.run({ id: file, value }));
    return 0;
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    await say(io, `${file}: ${error.message}`);
    return 1;
  }
}

const bodyOf = async (io: Io, row: Row): Promise<Body> => {
  const { bytes, url, contentType } = await bytesOf(io, fieldsOf(documentRow, row));
  return { body: bytes, url, contentType };
};

const feed: Stage = {
  name: 'feed',
  summary: 'the feed and the items in a feed file',
  row: '{id, body | path, url?, contentType?}',
  lookAhead: 2,
  open: async ({ io, parsers }) => {
    const { inspectFeed } = await import('./feed.ts');
    return {
      run: async (row) => inspectFeed(row.id, await bodyOf(io, row), parsers),
      fromFile: async (path) => ({ path }),
    };
  },
};

const article: Stage = {
  name: 'article',
  summary: 'the article in a web page',
  row: '{id, body | path, url?, contentType?}',
  lookAhead: 2,
  open: async ({ io, parsers }) => {
    const { inspectArticle } = await import('./article.ts');
    return {
      run: async (row) => inspectArticle(row.id, await bodyOf(io, row), parsers),
      fromFile: async (path) => ({ path }),
    };
  },
};

const quotes: Stage = {
  name: 'quotes',
  summary: 'every quote in a text, with its speaker',
  row: '{id, text, title?}',
  lookAhead: 1,
  open: async () => {
    const { inspectQuotes } = await import('./quotes.ts');
    return { run: inspectQuotes, fromFile: async (path) => ({ text: await textOf(path) }) };
  },
};

const stories: Stage = {
  name: 'stories',
  summary: 'which story each article of a stream belongs to',
  row: '{id, date, title, text, url?, lang?}, in the order the articles came',
  lookAhead: 1,
  open: async ({ windowMs }) => {
    const { inspectStories } = await import('./stories.ts');
    const stream = inspectStories(windowMs());
    return {
      run: (row) => stream.next(row),
      fromFile: async (path) => titled(await textOf(path)),
      end: () => stream.end(),
    };
  },
};

const digest: Stage = {
  name: 'digest',
  summary: 'the digest and summary of documents on one event',
  row: '{id, documents: [{title, text, outlet?, url?, date?}], words?}',
  lookAhead: 1,
  open: async () => {
    const { inspectDigest } = await import('./digest.ts');
    return {
      run: inspectDigest,
      fromFile: async (path) => ({ documents: [titled(await textOf(path))] }),
    };
  },
};

async function textOf(path: string): Promise<string> {
  const bytes = await readBytes(path);
  if (isBinary(bytes)) throw new RowError('not-text', 'it is not text');
  return new TextDecoder().decode(bytes);
}

/** A file's first line is its title. */
function titled(text: string) {
  return { title: text.trimStart().split('\n', 1)[0] ?? '', text };
}
