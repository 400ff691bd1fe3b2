import type { Complete, Completion } from '../../lib/completion.ts';
import type { Quote } from '../../news/quote.ts';
import { checkDraft } from '../check/check-draft.ts';
import { type Evidences, evidenceOf } from '../check/evidence.ts';
import type { Locate } from '../check/spoken.ts';
import { writeChecked } from './extractive.ts';
import { languageName, promptSources } from './prompt-sources.ts';
import { DIGEST_SCHEMA, readDraft } from './read-draft.ts';
import { fill, type Template } from './template.ts';
import type { Writer } from './writer.ts';

export type ModelTools = {
  /** What digests are signed with. */
  readonly name: string;
  readonly complete: Complete;
  readonly template: Template;
  readonly locate: Locate;
  /** Draws a word that no article can know, for the fence around the data. */
  readonly drawBoundary: () => string;
  /** How much article text one request may hold, in characters. */
  readonly mostCharacters: number;
  /** The longest answer, in tokens. */
  readonly mostAnswerTokens: number;
};

/**
 * The writer that asks a language model and shows of its answer what the articles prove. Where the model is busy,
 * broken, too dear or wrong, the extractive sentences stand.
 */
export function modelWriter(tools: ModelTools): Writer {
  return {
    name: tools.name,
    async write({ tenant, signal, ...material }) {
      const evidences = evidenceOf(material.articles);
      const fallback = writeChecked(material, tools.locate, evidences);
      // Without a text there is nothing to retell.
      if (![...evidences.byArticle.values()].some((e) => e.proofs.length > 0)) {
        return { ...fallback, trouble: null };
      }
      const language = mainLanguage(evidences);
      const { request, ids } = digestRequest(tools, evidences, material.quotes, language);
      const completion = await tools.complete({ ...request, tenant, person: null }, signal);
      if (completion.kind !== 'answered') return { ...fallback, trouble: troubleOf(completion) };
      const draft = readDraft(completion.json, ids);
      if (!draft) return { ...fallback, trouble: 'broken: the answer is no digest' };
      const checked = checkDraft(draft, {
        material,
        fallback: fallback.digest,
        language,
        writer: tools.name,
        locate: tools.locate,
        evidences,
      });
      const { spent } = completion;
      return { ...checked, trouble: null, ...(spent && { spent }) };
    },
  };
}

/** What became of a request in a line for the operator's log. */
export function troubleOf(completion: Exclude<Completion, { kind: 'answered' }>): string {
  return `${completion.kind}: ${completion.reason}`;
}

/** What is asked of the model for a story's digest; addresses stay here, the model sees ids. */
function digestRequest(
  { template, drawBoundary, mostCharacters, mostAnswerTokens }: ModelTools,
  evidences: Evidences,
  quotes: readonly Quote[],
  language: string | null,
) {
  const boundary = drawBoundary();
  const told = promptSources(evidences, quotes, { boundary, mostCharacters });
  const values = {
    language: languageName(language),
    boundary,
    sources: told.sources,
    quotes: told.quotes,
  };
  return {
    ids: told.ids,
    request: {
      system: fill(template.system, values),
      user: fill(template.user, values),
      boundary,
      schema: DIGEST_SCHEMA,
      maxTokens: mostAnswerTokens,
    },
  };
}

/** The language most of the articles are in: the one a digest can be checked in. */
export function mainLanguage({ byArticle }: Evidences): string | null {
  const counts = new Map<string, number>();
  for (const { article, proofs } of byArticle.values()) {
    const code = article.language?.slice(0, 2).toLowerCase();
    if (code && proofs.length > 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
