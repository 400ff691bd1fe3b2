import { parentPort, workerData } from 'node:worker_threads';
import { createModelClient } from '../../src/llm/client.ts';
import { MODEL_DEFAULTS } from '../../src/llm/settings.ts';
import { modelAnswersOf } from '../../src/store/model-answers.ts';
import { openStore } from '../../src/store/open.ts';
import { usageOf } from '../../src/store/usage.ts';

/** What a program on a shared store asks of a model at once, and within which budget. */
export type Spending = {
  readonly file: string;
  readonly url: string;
  readonly at: Date;
  readonly dayTokens: number | null;
  readonly questions: readonly string[];
};

// A thread of its own, since a connection that waits for the right to write lets nothing else run beside it.
const { file, url, at, dayTokens, questions } = workerData as Spending;
const none = { tokens: null, micros: null };
const db = await openStore(file);
const client = createModelClient({
  settings: { ...MODEL_DEFAULTS, url, key: null, model: 'm', atOnce: 4 },
  limits: { perDay: { ...none, tokens: dayTokens }, perTenantDay: none, perPersonHour: none },
  usage: usageOf(db),
  answers: modelAnswersOf(db, () => at),
  clock: () => at,
});
const asked = questions.map((user) =>
  client.complete({
    system: 'You test.',
    user,
    boundary: 'fence',
    schema: { name: 'x', schema: { type: 'object' } },
    maxTokens: 100,
    tenant: '*',
    person: null,
  }),
);
const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
await client.close();
await db.destroy();
parentPort?.postMessage(kinds);
