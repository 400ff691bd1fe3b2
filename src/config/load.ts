import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { ChatSettings } from '../chat/opening.ts';
import { type OpmlFeed, readOpml } from '../ingest/opml.ts';
import { parseDuration, parseSize } from '../lib/amounts.ts';
import { ConfigError } from '../lib/errors.ts';
import type { Pack } from '../news/pack.ts';
import type { Environment } from './environment.ts';
import { HOME_CONFIG } from './home.ts';
import { type ModelConfig, modelIn } from './model.ts';
import { loadPacks } from './packs.ts';
import { describeProblems } from './problems.ts';
import { type Settings, settings } from './schema.ts';
import { readSecrets, type Secrets } from './secrets.ts';

/** Everything the operator decided, checked and frozen. Paths are absolute, spans in milliseconds, sizes in bytes. */
export type Config = {
  /** The settings file it came from. */
  readonly file: string;
  readonly dataDir: string;
  readonly sampleDir: string;
  /** Starter packs of feeds: those beside the settings, else those that come with the program. */
  readonly packs: readonly Pack[];
  readonly language: string;
  /** An IANA name. */
  readonly zone: string;
  readonly log: Settings['log'];
  readonly feeds: readonly OpmlFeed[];
  readonly ingest: {
    readonly shortestMs: number;
    readonly longestMs: number;
    readonly atOnce: number;
    readonly timeoutMs: number;
    readonly maxFeedBytes: number;
    readonly maxPageBytes: number;
    readonly readPages: boolean;
    readonly maxAgeMs: number;
    readonly userAgent: string;
    readonly allowPrivate: readonly string[];
  };
  readonly stories: { readonly windowMs: number; readonly keepMs: number };
  readonly digest: { readonly windowMs: number; readonly stories: number };
  readonly chat: ChatSettings;
  /** Null where no language model is named. */
  readonly model: ModelConfig | null;
  readonly sample: { readonly speed: number };
  readonly secrets: Secrets;
};

/**
 * Reads config/crier.yaml, the feeds file beside it and the environment. Throws ConfigError with one line for
 * each problem. `configDir` and `dataDir` are what the command line says (absolute), they win over the environment.
 */
export function loadConfig(
  environment: Environment,
  told: { readonly configDir?: string; readonly dataDir?: string } = {},
): Config {
  const configDir = told.configDir ?? from(environment, 'CRIER_CONFIG') ?? HOME_CONFIG;
  const file = join(configDir, 'crier.yaml');
  const read = readSettings(file);
  const secrets = readSecrets(environment);
  const dataDir =
    told.dataDir ?? from(environment, 'CRIER_DATA') ?? resolve(dirname(configDir), read.data);
  return deepFreeze({
    file,
    dataDir,
    sampleDir: join(HOME_CONFIG, 'sample'),
    packs: packsIn(configDir),
    language: read.language,
    zone: read.zone === 'local' ? Intl.DateTimeFormat().resolvedOptions().timeZone : read.zone,
    log: read.log,
    feeds: readFeeds(resolve(configDir, read.feeds)),
    ingest: {
      shortestMs: ms(read.ingest.shortest),
      longestMs: Math.max(ms(read.ingest.longest), ms(read.ingest.shortest)),
      atOnce: read.ingest.at_once,
      timeoutMs: ms(read.ingest.timeout),
      maxFeedBytes: parseSize(read.ingest.max_feed) ?? 0,
      maxPageBytes: parseSize(read.ingest.max_page) ?? 0,
      readPages: read.ingest.read_pages,
      maxAgeMs: ms(read.ingest.max_age),
      userAgent: read.ingest.user_agent,
      allowPrivate: read.ingest.allow_private,
    },
    stories: { windowMs: ms(read.stories.window), keepMs: ms(read.stories.keep) },
    digest: { windowMs: ms(read.digest.window), stories: read.digest.stories },
    chat: {
      discord: { guild: read.discord.guild || null },
      slack: read.slack,
    },
    model: modelIn(read.model, secrets, configDir),
    sample: { speed: read.sample.speed },
    secrets,
  });
}

function packsIn(configDir: string): Pack[] {
  const own = loadPacks(join(configDir, 'packs'));
  return own.length > 0 ? own : loadPacks(join(HOME_CONFIG, 'packs'));
}

function readSettings(file: string): Settings {
  const text = readFile(
    file,
    'Crier ships one as config/crier.yaml; name its folder with --config.',
  );
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const broken = yaml.errors[0];
  if (broken) {
    const line = lines.linePos(broken.pos[0]).line;
    throw new ConfigError(`${file}:${line}: ${broken.message.split(' at line')[0]}`);
  }
  // A section whose settings are all commented out is null in YAML: it has its defaults.
  const given: unknown = yaml.toJS() ?? {};
  const result = settings.safeParse(isRecord(given) ? withoutNulls(given) : given);
  if (result.success) return result.data;
  throw new ConfigError(describeProblems(result.error, { file, yaml, lines }, settings).join('\n'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutNulls(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}

function readFeeds(file: string): OpmlFeed[] {
  const outcome = readOpml(
    readFile(file, 'Put one there (see `crier feeds export`), or set "feeds" in crier.yaml.'),
  );
  if ('problem' in outcome) throw new ConfigError(`${file}:${outcome.line}: ${outcome.problem}`);
  return outcome.feeds;
}

function readFile(file: string, mend: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const what = code === 'ENOENT' ? 'is missing' : `cannot be read (${String(code)})`;
    throw new ConfigError(`${file}: ${what}. ${mend}`, { cause });
  }
}

/** A path from the environment, from where the user stands. */
function from(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  return value ? resolve(environment.INIT_CWD ?? process.cwd(), value) : undefined;
}

const ms = (text: string): number => parseDuration(text) ?? 0;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
