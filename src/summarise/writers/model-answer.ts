import type { Document } from '../../news/article.ts';
import type { Quote } from '../../news/quote.ts';
import { type AskedQuestion, answerQuestion } from '../answer.ts';
import type { AnswerPart } from '../answer-part.ts';
import { checkClaim } from '../check/claim.ts';
import type { Refusal } from '../check/draft.ts';
import { evidenceOf } from '../check/evidence.ts';
import { checkQuote } from '../check/quote.ts';
import { shownAs } from '../check/reading.ts';
import { type ModelTools, mainLanguage, troubleOf } from './model.ts';
import { languageName, promptSources } from './prompt-sources.ts';
import { ANSWER_SCHEMA, readAnswer } from './read-draft.ts';
import { fill } from './template.ts';

export type AnsweredQuestion = {
  readonly answered: boolean;
  readonly answer: readonly AnswerPart[];
  readonly refused: readonly Refusal[];
  /** Whether it is in the model's words. */
  readonly byModel: boolean;
  /** Why the model's words are not in it; null where they are. */
  readonly trouble: string | null;
};

const MOST = 4;
const MOST_QUESTION = 400;

/**
 * The answer to a question from the articles that were found for it, in the model's words as far as the articles prove
 * them, else in the articles' own. Where the model says that they do not answer and neither do they, there is none.
 */
export async function answerWithModel(
  question: AskedQuestion,
  material: { readonly articles: readonly Document[]; readonly quotes: readonly Quote[] },
  tools: ModelTools,
  who: { readonly tenant: string; readonly person: string | null; readonly signal?: AbortSignal },
): Promise<AnsweredQuestion> {
  const own = (trouble: string | null, refused: readonly Refusal[] = []): AnsweredQuestion => ({
    ...answerQuestion(question, material),
    refused,
    byModel: false,
    trouble,
  });
  const evidences = evidenceOf(material.articles);
  if (![...evidences.byArticle.values()].some((e) => e.proofs.length > 0)) return own(null);
  const language = mainLanguage(evidences);
  const boundary = tools.drawBoundary();
  const told = promptSources(evidences, material.quotes, {
    boundary,
    mostCharacters: tools.mostCharacters,
  });
  const values = {
    language: languageName(language),
    boundary,
    sources: told.sources,
    quotes: told.quotes,
    question: shownAs(question.text).slice(0, MOST_QUESTION),
  };
  const { template } = tools;
  const completion = await tools.complete(
    {
      system: fill(template.system, values),
      user: fill(template.user, values),
      boundary,
      schema: ANSWER_SCHEMA,
      maxTokens: tools.mostAnswerTokens,
      tenant: who.tenant,
      person: who.person,
    },
    who.signal,
  );
  if (completion.kind !== 'answered') return own(troubleOf(completion));
  const written = readAnswer(completion.json, told.ids);
  if (!written) return own(null);

  const refused: Refusal[] = [];
  const answer: AnswerPart[] = [];
  const ground = {
    quotes: material.quotes,
    locate: tools.locate,
    language,
    storyAt: evidences.storyAt,
  };
  for (const { text, sources } of written.sentences) {
    const cited = [...new Set(sources)].flatMap((id) => evidences.byArticle.get(id) ?? []);
    const shown = shownAs(text);
    const verdict = checkClaim(shown, cited, ground);
    if (verdict.holds) answer.push({ text: shown, refs: verdict.refs, quote: null });
    else refused.push({ part: 'fact', text, reason: verdict.reason, what: verdict.what });
  }
  for (const draft of written.quotes) {
    const quote = checkQuote(draft, evidences, material.quotes, tools.locate);
    if (typeof quote === 'string') {
      refused.push({ part: 'quote', text: draft.words, reason: quote, what: null });
    } else {
      const { article, start, end } = quote;
      answer.push({ text: quote.text, refs: [{ article, start, end }], quote });
    }
  }
  if (answer.length === 0) return own(null, refused);
  return { answered: true, answer: answer.slice(0, MOST), refused, byModel: true, trouble: null };
}
