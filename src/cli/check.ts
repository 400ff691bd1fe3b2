import type { Command } from 'commander';
import { type App, openApp } from '../app.ts';
import type { Place } from '../chat/platform.ts';
import { count } from '../commands/show/words.ts';
import type { Config } from '../config/load.ts';
import { systemClock } from '../lib/clock.ts';
import { mapConcurrently } from '../lib/concurrency.ts';
import { ConfigError } from '../lib/errors.ts';
import { silentLog } from '../lib/log.ts';
import { outletOf } from '../news/feed.ts';
import { EVERYBODY } from '../news/tenant.ts';
import { countArticles } from '../store/articles.ts';
import { feedsOf } from '../store/feeds.ts';
import { databaseFile } from '../store/open.ts';
import { openPlatforms } from './start/serve-platforms.ts';
import { type ExitCode, type Io, print, printJson } from './terminal-io.ts';
import { type CommonOptions, configOf } from './with-app.ts';

type Options = CommonOptions & { readonly json?: boolean; readonly channel?: readonly string[] };

/** One thing that was looked at. What is not fine says what to do. */
type Finding = {
  readonly what: string;
  readonly state: 'fine' | 'note' | 'broken';
  readonly said: string;
};

export function addCheck(program: Command, io: Io, end: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary('check configuration, database, feeds, tokens and channels')
    .description('Looks at everything Crier needs; each line is fine or says what to do.')
    .option(
      '--channel <platform:id...>',
      'also whether Crier may post in this channel, such as slack:C0123ABCD or slack:T0123ABCD/C0123ABCD',
    )
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s crier -- check')
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { findings, usable } = await look(io, options);
      if (options.json) await printJson(io, findings);
      else
        for (const finding of findings)
          await print(io, `${line(finding, Boolean(io.stdout.isTTY), io)}\n`);
      end(!usable ? 2 : findings.some((finding) => finding.state === 'broken') ? 1 : 0);
    });
}

function line({ what, state, said }: Finding, person: boolean, io: Io): string {
  const mark = { fine: '✓', note: '·', broken: '✗' }[state];
  const colour = { fine: 32, note: 33, broken: 31 }[state];
  const painted = person && !io.environment.NO_COLOR ? `\u001B[${colour}m${mark}\u001B[39m` : mark;
  return `${painted} ${what}: ${said}`;
}

async function look(io: Io, options: Options): Promise<{ findings: Finding[]; usable: boolean }> {
  const findings: Finding[] = [];
  let config: Config;
  try {
    config = configOf(io, options);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const lines = error.message.split('\n');
    return {
      findings: lines.map((said) => ({ what: 'configuration', state: 'broken', said })),
      usable: false,
    };
  }
  findings.push({ what: 'configuration', state: 'fine', said: config.file });
  try {
    const app = await openApp(config, { clock: systemClock, log: silentLog });
    try {
      const held = await countArticles(app.db, EVERYBODY);
      const file = databaseFile(config.dataDir);
      findings.push({
        what: 'database',
        state: 'fine',
        said: `${file}, ${count(held.count, 'article')}`,
      });
      const feeds = await feedsOf(app.db, EVERYBODY);
      if (feeds.length === 0) {
        findings.push({
          what: 'feeds',
          state: 'note',
          said: 'none yet, so `npm start` shows the sample newsroom. Add one: npm run -s crier -- feeds add https://…',
        });
      }
      findings.push(
        ...(await mapConcurrently(feeds, config.ingest.atOnce, async (feed): Promise<Finding> => {
          const trial = await app.tryFeed(feed.url);
          const what = `feed ${outletOf(feed) ?? feed.url}`;
          if ('problem' in trial) {
            return {
              what,
              state: 'broken',
              said: `${trial.problem}. Open ${feed.url} in a browser, or remove it.`,
            };
          }
          return { what, state: 'fine', said: count(trial.items, 'article') };
        })),
      );
      findings.push(...(await platformFindings(app, io, options.channel ?? [])));
      findings.push(await modelFinding(app));
    } finally {
      await app.close();
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    findings.push({ what: 'database', state: 'broken', said: error.message });
    return { findings, usable: false };
  }
  return { findings, usable: true };
}

/** Asks the language model for a word, if one is set up. */
async function modelFinding({ model, config }: App): Promise<Finding> {
  if (!model || !config.model) {
    return {
      what: 'summaries',
      state: 'fine',
      said: "extractive, in the outlets' own sentences: no model is needed",
    };
  }
  const { model: name, url } = config.model.settings;
  const trouble = await model.try(EVERYBODY);
  return trouble === null
    ? { what: `model ${name}`, state: 'fine', said: `answers at ${hostOf(url)}` }
    : {
        what: `model ${name}`,
        state: 'broken',
        said: `${trouble}. Look at CRIER_LLM_URL, CRIER_LLM_MODEL and CRIER_LLM_KEY (docs/model.md); until then summaries are extractive.`,
      };
}

/** An address may hold a key: its host is enough to know it by. */
const hostOf = (url: string): string => new URL(url).host;

/** `slack:T…/C…` names a workspace and a channel of it; without a workspace the platform finds out whose it is. */
function placeOf(name: string, prefix: string): Place {
  const [workspace = '', channel] = name.slice(prefix.length).split('/');
  return channel === undefined
    ? { tenant: EVERYBODY, channel: workspace }
    : { tenant: `${prefix}${workspace}`, channel };
}

/** What each platform whose tokens are set says of them, of its rights, and of the channels that were named. */
async function platformFindings(app: App, io: Io, named: readonly string[]): Promise<Finding[]> {
  const platforms = await openPlatforms(app, io, false);
  const unknown = named.filter((name) => !platforms.some((one) => name.startsWith(`${one.name}:`)));
  const findings = unknown.map(
    (name): Finding => ({
      what: `channel ${name}`,
      state: 'broken',
      said: 'is of no platform whose tokens are set. Write discord:NUMBER, slack:ID or slack:WORKSPACE/ID.',
    }),
  );
  for (const platform of platforms) {
    const prefix = `${platform.name}:`;
    const places = named
      .filter((name) => name.startsWith(prefix))
      .map((name) => placeOf(name, prefix));
    for (const { what, remedy } of await platform.check(places)) {
      findings.push({
        what: `${platform.name} ${what}`,
        state: remedy === null ? 'fine' : 'broken',
        said: remedy ?? 'fine',
      });
    }
  }
  if (platforms.length === 0) {
    findings.push({
      what: 'platforms',
      state: 'note',
      said: 'no tokens are set, so `npm start` answers in the terminal. See docs/discord.md and docs/slack.md.',
    });
  }
  return findings;
}
