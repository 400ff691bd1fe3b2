import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '../lib/errors.ts';
import type { Pack } from '../news/pack.ts';
import { describeProblems } from './problems.ts';

/** What is offered first: the widest subject, then those most asked for. Packs of other names follow by name. */
const FIRST = ['world', 'technology', 'science', 'business', 'climate', 'security', 'sport'];

/** One place reads 200 feeds of its own at most: a pack is a beginning, not all of them. */
const MOST_FEEDS = 25;

const address = z
  .string()
  .refine(isWebAddress, 'expected a web address such as https://news.example.org/feed.xml');

const feed = z.strictObject({ url: address, home: address });

// Feeds stand under their outlets' names, so that a problem has a line of its own and no name stands twice.
const schema = z.strictObject({
  title: z.string().min(1),
  language: z.string().regex(/^[a-z]{2}$/, 'expected a language code of two letters such as en'),
  feeds: z.object({}).catchall(feed).superRefine(eachAddressOnce),
});

/**
 * The starter packs of a folder, one a file (`world.yaml` is the pack `world`), English ones first; none where there is
 * no such folder. Throws ConfigError with one line for each problem of any file.
 */
export function loadPacks(dir: string): Pack[] {
  const read = filesOf(dir).map((file) => readPack(dir, file));
  const problems = read.flatMap((one) => (Array.isArray(one) ? one : []));
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return read.flatMap((one) => (Array.isArray(one) ? [] : [one])).sort(byUse);
}

function filesOf(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((file) => /^[^.].*\.ya?ml$/i.test(file))
      .sort();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (code === 'ENOENT') return [];
    throw new ConfigError(`${dir}: cannot be read (${code}).`, { cause });
  }
}

/** A pack, or what is wrong with its file. */
function readPack(dir: string, base: string): Pack | string[] {
  const file = join(dir, base);
  const name = /^([a-z][a-z0-9-]{0,30})\.yaml$/.exec(base)?.[1];
  if (name === undefined) {
    return [`${file}: expected a name of small letters, digits and -, such as science-es.yaml`];
  }
  const lines = new LineCounter();
  const yaml = parseDocument(textOf(file), { lineCounter: lines, uniqueKeys: true });
  const [broken] = yaml.errors;
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    return [`${file}:${line}: ${broken.message.split(' at line')[0]}`];
  }
  const result = schema.safeParse(yaml.toJS());
  if (!result.success) return describeProblems(result.error, { file, yaml, lines }, schema);
  const { title, language } = result.data;
  const feeds = Object.entries(result.data.feeds).map(([outlet, { url, home }]) => ({
    url: new URL(url).href,
    title: outlet,
    home: new URL(home).href,
  }));
  if (feeds.length === 0 || feeds.length > MOST_FEEDS) {
    return [`${file}: feeds: expected 1 to ${MOST_FEEDS} of them, not ${feeds.length}`];
  }
  return { name, title, language, feeds };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`${file}: cannot be read.`, { cause });
  }
}

function byUse(a: Pack, b: Pack): number {
  return (
    Number(b.language === 'en') - Number(a.language === 'en') ||
    rank(a.name) - rank(b.name) ||
    a.language.localeCompare(b.language) ||
    a.name.localeCompare(b.name)
  );
}

const rank = (name: string): number =>
  (FIRST.indexOf(name) + FIRST.length + 1) % (FIRST.length + 1);

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

function eachAddressOnce(
  feeds: Readonly<Record<string, { readonly url: string }>>,
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  for (const [outlet, { url }] of Object.entries(feeds)) {
    if (seen.has(url)) {
      context.addIssue({
        code: 'custom',
        path: [outlet, 'url'],
        message: 'expected an address that no other feed of the pack has',
      });
    }
    seen.add(url);
  }
}
