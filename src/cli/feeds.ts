import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { App } from '../app.ts';
import { count } from '../commands/show/words.ts';
import { readOpml, writeOpml } from '../ingest/opml.ts';
import { mapConcurrently } from '../lib/concurrency.ts';
import { UserError } from '../lib/errors.ts';
import { outletOf } from '../news/feed.ts';
import { EVERYBODY } from '../news/tenant.ts';
import { addFeed, dropFeed, feedsOf } from '../store/feeds.ts';
import { type ExitCode, type Io, print, printJson, say, userPath } from './terminal-io.ts';
import { type CommonOptions, withApp } from './with-app.ts';

type Options = CommonOptions & { readonly json?: boolean; readonly outlet?: string };

export function addFeeds(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const feeds = program
    .command('feeds')
    .summary('list, add, remove, import, export and check the feeds')
    .description('The feeds of this Crier: those of feeds.opml and those added here.')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s crier -- feeds add https://news.example.org/feed.xml',
    );
  feeds
    .command('list', { isDefault: true })
    .description('lists the feeds with the outcome of their last poll')
    .option('--json', 'as JSON')
    .action((_: unknown, command: Command) => within(command, listFeeds));
  feeds
    .command('add <url>')
    .description('adds a feed after reading it once')
    .option('--outlet <name>', 'the name its articles are shown under')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s crier -- feeds add https://news.example.org/feed.xml',
    )
    .action((url: string, _: unknown, command: Command) =>
      within(command, (app, options) => addOne(app, url, options)),
    );
  feeds
    .command('remove <url>')
    .description('takes a feed out; its articles stay')
    .action((url: string, _: unknown, command: Command) =>
      within(command, (app) => removeOne(app, url)),
    );
  feeds
    .command('import <file>')
    .description('adds the feeds of an OPML file')
    .action((file: string, _: unknown, command: Command) =>
      within(command, (app) => importFile(app, file)),
    );
  feeds
    .command('export')
    .description('prints all feeds as OPML')
    .action((_: unknown, command: Command) => within(command, exportAll));
  feeds
    .command('check')
    .description('reads every feed once and says how it went; takes nothing in')
    .option('--json', 'as JSON')
    .action((_: unknown, command: Command) => within(command, checkAll));

  async function within(
    command: Command,
    work: (app: App, options: Options) => Promise<ExitCode>,
  ): Promise<void> {
    const options = command.optsWithGlobals<Options>();
    end(await withApp(io, options, (app) => work(app, options)));
  }

  async function listFeeds(app: App, options: Options): Promise<ExitCode> {
    const all = await feedsOf(app.db, EVERYBODY);
    if (options.json) {
      await printJson(io, all);
      return 0;
    }
    if (all.length === 0)
      await say(io, 'No feeds yet. Add one: npm run -s crier -- feeds add https://…');
    for (const feed of all) {
      const state = feed.poll.problem ?? (feed.poll.okAt ? 'read' : 'not read yet');
      await print(io, `${[outletOf(feed) ?? '-', feed.url, state].join('\t')}\n`);
    }
    return 0;
  }

  async function addOne(app: App, url: string, options: Options): Promise<ExitCode> {
    if (!URL.canParse(url))
      throw new UserError(`"${url}" is no web address. Write it whole: https://…`);
    const trial = await app.tryFeed(url);
    if ('problem' in trial) {
      await say(io, `${url}: ${trial.problem}. It was not added.`);
      return 1;
    }
    const { added } = await addFeed(
      app.db,
      { tenant: EVERYBODY, url, outlet: options.outlet ?? null, language: null, origin: 'added' },
      app.clock(),
    );
    const name = options.outlet ?? trial.title ?? url;
    await print(
      io,
      `${added ? 'Added' : 'Already there:'} ${name}, ${count(trial.items, 'article')} in it now.\n`,
    );
    return 0;
  }

  async function removeOne(app: App, url: string): Promise<ExitCode> {
    const configured = app.config.feeds.some((feed) => feed.url === url);
    if (configured) {
      throw new UserError(
        `${url} stands in the feeds file beside ${app.config.file}: take it out there.`,
      );
    }
    if (!(await dropFeed(app.db, EVERYBODY, url))) {
      throw new UserError(`There is no feed ${url}. See: npm run -s crier -- feeds list`);
    }
    await print(io, `Removed ${url}; its articles stay.\n`);
    return 0;
  }

  async function importFile(app: App, file: string): Promise<ExitCode> {
    const path = userPath(io, file);
    const text = await readFile(path, 'utf8').catch(() => {
      throw new UserError(`${path}: cannot be read. Name an OPML file.`);
    });
    const outcome = readOpml(text);
    if ('problem' in outcome) throw new UserError(`${path}:${outcome.line}: ${outcome.problem}`);
    let fresh = 0;
    for (const { url, title, language } of outcome.feeds) {
      const feed = { tenant: EVERYBODY, url, outlet: title, language, origin: 'added' as const };
      if ((await addFeed(app.db, feed, app.clock())).added) fresh += 1;
    }
    await print(io, `${count(outcome.feeds.length, 'feed')} read, ${fresh} new.\n`);
    return 0;
  }

  async function exportAll(app: App): Promise<ExitCode> {
    const all = await feedsOf(app.db, EVERYBODY);
    await print(
      io,
      writeOpml(
        all.map((feed) => ({ url: feed.url, title: outletOf(feed), language: feed.language })),
      ),
    );
    return 0;
  }

  async function checkAll(app: App, options: Options): Promise<ExitCode> {
    const all = await feedsOf(app.db, EVERYBODY);
    const results = await mapConcurrently(all, app.config.ingest.atOnce, async (feed) => ({
      url: feed.url,
      outlet: outletOf(feed),
      ...(await app.tryFeed(feed.url)),
    }));
    if (options.json) await printJson(io, results);
    else {
      for (const result of results) {
        const said =
          'problem' in result ? result.problem : `fine, ${count(result.items, 'article')}`;
        await print(io, `${result.outlet ?? result.url}\t${said}\n`);
      }
      if (all.length === 0) await say(io, 'No feeds yet.');
    }
    return results.some((result) => 'problem' in result) ? 1 : 0;
  }
}
