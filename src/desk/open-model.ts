import { randomBytes } from 'node:crypto';
import type { Clock } from '../lib/clock.ts';
import type { Complete, CompletionRequest } from '../lib/completion.ts';
import type { Log } from '../lib/log.ts';
import type { Limits } from '../llm/budget.ts';
import { createModelClient } from '../llm/client.ts';
import type { ModelSettings } from '../llm/settings.ts';
import type { Digest } from '../news/digest.ts';
import type { Quote } from '../news/quote.ts';
import { locateQuote } from '../quotes/locate.ts';
import { storeTrouble } from '../store/faults.ts';
import { modelAnswersOf } from '../store/model-answers.ts';
import type { Db } from '../store/schema.ts';
import { usageOf } from '../store/usage.ts';
import type { AskedQuestion } from '../summarise/answer.ts';
import type { StoryArticle } from '../summarise/material.ts';
import { modelWriter } from '../summarise/writers/model.ts';
import { type AnsweredQuestion, answerWithModel } from '../summarise/writers/model-answer.ts';
import type { PromptName, Template } from '../summarise/writers/template.ts';
import { type Translated, translateDigest } from '../summarise/writers/translate.ts';
import type { Writer } from '../summarise/writers/writer.ts';

/** What the operator decided of the model. */
export type ModelChoice = {
  readonly settings: ModelSettings;
  readonly limits: Limits;
  readonly prompts: Readonly<Record<PromptName, Template>>;
  readonly mostCharacters: number;
  readonly mostAnswerTokens: number;
};

/** The language model, as far as the desk uses it. Whatever it says is checked before anybody sees it. */
export type Model = {
  readonly writer: Writer;
  answer(
    question: AskedQuestion,
    material: { readonly articles: readonly StoryArticle[]; readonly quotes: readonly Quote[] },
    who: { readonly tenant: string; readonly person: string; readonly signal: AbortSignal },
  ): Promise<AnsweredQuestion>;
  /**
   * A digest in another language. `recall` takes only what was translated before and asks nobody, so that what is due
   * is not held up.
   */
  translate(
    digest: Digest,
    languages: { readonly from: string; readonly to: string },
    how: {
      readonly tenant: string;
      readonly recall: boolean;
      /** What was translated before, by its original. */
      readonly known?: ReadonlyMap<string, string>;
      readonly signal?: AbortSignal;
    },
  ): Promise<Translated>;
  /** Asks for one word; null where it comes, else why not. */
  try(tenant: string): Promise<string | null>;
  close(): Promise<void>;
};

export function openModel(
  choice: ModelChoice,
  { db, clock, log }: { readonly db: Db; readonly clock: Clock; readonly log?: Log },
): Model {
  const { settings, limits, prompts, mostCharacters, mostAnswerTokens } = choice;
  const client = createModelClient({
    settings,
    limits,
    usage: usageOf(db),
    answers: modelAnswersOf(db, clock),
    clock,
    ...(log && { log }),
  });
  const drawBoundary = () => randomBytes(8).toString('hex');
  const complete = whereStored(client.complete);
  const tools = {
    name: settings.model,
    complete,
    locate: locateQuote,
    drawBoundary,
    mostCharacters,
    mostAnswerTokens,
  };
  const questions = { ...tools, template: prompts.question };
  const translations = { ...tools, template: prompts.translation };
  return {
    writer: modelWriter({ ...tools, template: prompts.digest }),
    answer: (question, material, who) => answerWithModel(question, material, questions, who),
    translate: (digest, { from, to }, { tenant, recall, known, signal }) =>
      translateDigest(digest, to, {
        ...translations,
        complete: recall ? client.recall : complete,
        from,
        tenant,
        ...(known && { known }),
        ...(signal && { signal }),
      }),
    async try(tenant) {
      const asked = await complete(greeting(tenant, drawBoundary(), clock()));
      return asked.kind === 'answered' ? null : `${asked.kind}: ${asked.reason}`;
    },
    close: () => client.close(),
  };
}

/** What cannot be written down cannot be paid for: with a full disk the digest comes without the model, but it comes. */
function whereStored(complete: Complete): Complete {
  return async (request, signal) => {
    try {
      return await complete(request, signal);
    } catch (error) {
      const reason = storeTrouble(error);
      if (reason === undefined) throw error;
      return { kind: 'busy', reason, retryAfterMs: null };
    }
  };
}

/** The smallest request there is. Each says another time, so that no kept answer takes its place. */
function greeting(tenant: string, boundary: string, now: Date): CompletionRequest {
  return {
    system: 'Answer with JSON only.',
    user: `Answer {"word": "ready"}. (Asked at ${now.toISOString()}.)`,
    boundary,
    schema: {
      name: 'greeting',
      schema: {
        type: 'object',
        properties: { word: { type: 'string' } },
        required: ['word'],
        additionalProperties: false,
      },
    },
    maxTokens: 200,
    tenant,
    person: null,
  };
}
