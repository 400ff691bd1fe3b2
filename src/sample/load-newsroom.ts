import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigError, reasonOf } from '../lib/errors.ts';
import { type Draft, readDraft } from './draft.ts';
import type { Newsroom, Outlet, SampleArticle, Version } from './newsroom.ts';
import { fillPlaceholders } from './placeholders.ts';
import { slugOf } from './slug.ts';

const outletSchema = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  name: z.string().min(1),
  home: z.string().min(1),
  language: z.string().min(2),
  format: z.enum(['rss', 'atom', 'rdf', 'json']),
  items: z.enum(['full', 'summary', 'headline']),
  page: z.enum(['article', 'portal', 'plain', 'paywall']),
  metadata: z.enum(['json-ld', 'open-graph', 'none']).default('none'),
  quotes: z.enum(['curly', 'straight', 'german', 'guillemets']).default('curly'),
  charset: z.enum(['utf-8', 'windows-1252']).default('utf-8'),
  broken: z.boolean().default(false),
  gzip: z.boolean().default(false),
});

/**
 * Reads `newsroom.yaml` and `articles/<event>/<outlet>[-n].md` under `dir`.
 * Throws a ConfigError that names the file where one of them cannot be used.
 */
export function loadNewsroom(dir: string): Newsroom {
  const outlets = naming('newsroom.yaml', () =>
    z
      .strictObject({ outlets: z.array(outletSchema).min(1) })
      .parse(parse(readFileSync(join(dir, 'newsroom.yaml'), 'utf8'))),
  ).outlets;
  const drafts = new Map<string, Draft>();
  for (const path of articlePaths(dir)) {
    const file = join('articles', path + '.md');
    drafts.set(
      path,
      naming(file, () => readDraft(readFileSync(join(dir, file), 'utf8'))),
    );
  }
  const articles = [...drafts].map(([path, draft]) =>
    naming(join('articles', path + '.md'), () => toArticle(path, draft, outlets, drafts)),
  );
  refuseSameAddress(articles);
  return { outlets, articles };
}

function articlePaths(dir: string): string[] {
  return naming('articles', () => readdirSync(join(dir, 'articles'), { recursive: true }))
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}

function toArticle(
  path: string,
  draft: Draft,
  outlets: readonly Outlet[],
  drafts: ReadonlyMap<string, Draft>,
): SampleArticle {
  const outlet = outlets.find(({ slug }) => slug === draft.outlet);
  if (!outlet) throw new Error(`no outlet in newsroom.yaml has the slug ${draft.outlet}`);
  const [event, file, ...deeper] = path.split('/');
  if (!event || !file || deeper.length > 0) throw new Error('must stand in articles/<event>/');
  if (!new RegExp(`^${draft.outlet}(-\\d+)?$`).test(file)) {
    throw new Error(
      `its outlet is ${draft.outlet}: name it ${draft.outlet}.md or ${draft.outlet}-2.md`,
    );
  }
  const paragraphs = draft.copy ? copiedParagraphs(draft, drafts) : (draft.texts[0] ?? []);
  if (paragraphs.length === 0 && outlet.page !== 'paywall') throw new Error('has no text');
  const first: Version = { hours: draft.hours, title: draft.title, paragraphs, note: null };
  const later = draft.revisions.map(
    ({ hours, title, note }, index): Version => ({
      hours,
      title: title ?? draft.title,
      paragraphs: draft.texts[index + 1] ?? [],
      note,
    }),
  );
  for (const { title, paragraphs, note } of [first, ...later]) {
    for (const text of [
      title,
      ...paragraphs,
      note ?? '',
      draft.summary ?? '',
      draft.caption ?? '',
    ]) {
      fillPlaceholders(text, new Date(0), outlet.language);
    }
  }
  return {
    path,
    event,
    outlet: outlet.slug,
    slug: slugOf(draft.title),
    byline: draft.byline,
    section: draft.section,
    caption: draft.caption,
    summary: draft.summary,
    post: draft.post,
    copyOf: draft.copy,
    versions: [first, ...later],
  };
}

function copiedParagraphs(draft: Draft, drafts: ReadonlyMap<string, Draft>): readonly string[] {
  const original = drafts.get(draft.copy ?? '');
  if (!original || original.copy)
    throw new Error(`copies ${draft.copy}, which is no article of its own`);
  if (draft.hours < original.hours)
    throw new Error(`appears before ${draft.copy}, which it copies`);
  if ((draft.texts[0] ?? []).length > 0)
    throw new Error('copies another article and has a text too');
  return (original.texts[0] ?? []).slice(0, draft.keep ?? undefined);
}

function refuseSameAddress(articles: readonly SampleArticle[]): void {
  const seen = new Map<string, string>();
  for (const { outlet, slug, path } of articles) {
    const earlier = seen.get(`${outlet}/${slug}`);
    if (earlier)
      throw new ConfigError(`articles/${path}.md: its title gives the address of ${earlier}.md`);
    seen.set(`${outlet}/${slug}`, path);
  }
}

/** Runs `read`; what goes wrong becomes a ConfigError that opens with the file's name. */
function naming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : reasonOf(error);
    throw new ConfigError(
      `${basename(file) === file ? file : file.replaceAll('\\', '/')}: ${reason}`,
      {
        cause: error,
      },
    );
  }
}
