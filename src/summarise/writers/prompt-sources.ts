import type { ArticleId } from '../../news/article.ts';
import type { Quote } from '../../news/quote.ts';
import type { Evidence, Evidences } from '../check/evidence.ts';
import { forbiddenIn } from '../check/forbidden.ts';
import { tidy } from '../prose.ts';

/** The articles as a model sees them: by a short id, without addresses, fenced off as data. */
export type PromptSources = {
  readonly sources: string;
  readonly quotes: string;
  /** The article behind each id ("S1"). */
  readonly ids: ReadonlyMap<string, ArticleId>;
};

// Most models read a language's name better than its code.
const NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'German',
  es: 'Spanish',
  fr: 'French',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
};

export function languageName(code: string | null): string {
  return NAMES[(code ?? 'en').slice(0, 2)] ?? `the language with the code ${code}`;
}

const MOST_SOURCES = 12;
const MOST_QUOTES = 16;

/**
 * The sources and quotes for a prompt, at most `mostCharacters` of article text: the sentences that can prove
 * something, from different tellers first and of each from the top. `boundary` must be drawn anew for every request, so
 * that no article can pretend to end.
 */
export function promptSources(
  evidences: Evidences,
  quotes: readonly Quote[],
  { boundary, mostCharacters }: { readonly boundary: string; readonly mostCharacters: number },
): PromptSources {
  const chosen = oneOfEach([...evidences.byArticle.values()].filter((e) => e.proofs.length > 0));
  const share = Math.floor(mostCharacters / Math.max(1, chosen.length));
  const ids = new Map<string, ArticleId>();
  const nameOf = new Map<ArticleId, string>();
  const sources = chosen.map((source, i) => {
    const id = `S${i + 1}`;
    ids.set(id, source.article.id);
    nameOf.set(source.article.id, id);
    return [
      `<<<${boundary} ${id}${described(source)}`,
      textOf(source, share),
      `${boundary}>>>`,
    ].join('\n');
  });
  const lines = quotes
    .filter((q) => q.use === 'key' && nameOf.has(q.article) && !forbiddenIn(q.text))
    .filter((q) => q.speakerName !== null || q.speaker !== null)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_QUOTES)
    .map((q) => `${nameOf.get(q.article)} | ${q.speakerName ?? q.speaker} | ${tidySpace(q.text)}`);
  return {
    sources: sources.join('\n\n'),
    quotes: [`<<<${boundary} quotes`, ...lines, `${boundary}>>>`].join('\n'),
    ids,
  };
}

/** Copies and second articles of an outlet come last: what others tell is worth more. */
function oneOfEach(sources: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  const first: Evidence[] = [];
  const rest: Evidence[] = [];
  for (const source of sources) {
    (seen.has(source.teller) ? rest : first).push(source);
    seen.add(source.teller);
  }
  return [...first, ...rest].slice(0, MOST_SOURCES);
}

function described({ article: { outlet, publishedAt } }: Evidence): string {
  const name = outlet && !forbiddenIn(outlet) ? `, ${tidySpace(outlet)}` : '';
  return `${name}${publishedAt ? `, ${publishedAt.toISOString().slice(0, 10)}` : ''}`;
}

function textOf({ article, proofs, title }: Evidence, most: number): string {
  // Without words it is one that may not be shown.
  const heading = title.length > 0 ? tidySpace(article.title) : '';
  const lines = heading ? [`Title: ${heading}`] : [];
  let length = heading.length;
  for (const { sentence } of proofs) {
    const text = tidy(sentence.text);
    length += text.length + 1;
    if (length > most && lines.length > 1) break;
    lines.push(text);
  }
  return lines.join('\n');
}

const tidySpace = (text: string) => text.replace(/\s+/g, ' ').trim();
