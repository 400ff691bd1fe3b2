import type { Secret } from '../lib/secret.ts';

/** The model an operator configured and how far Crier may go with it. */
export type ModelSettings = {
  /** The endpoint up to and without `/chat/completions`: `http://localhost:11434/v1`. */
  readonly url: string;
  readonly key: Secret | null;
  readonly model: string;
  /** Of a whole request, from sending it to the last byte of its answer. */
  readonly timeoutMs: number;
  /** How long one completion may take with waiting and a second try. */
  readonly patienceMs: number;
  readonly atOnce: number;
  readonly mostPromptCharacters: number;
  readonly mostAnswerBytes: number;
  /** In units of the operator's currency for a million tokens; 0 for a model of one's own. */
  readonly price: { readonly input: number; readonly output: number };
};

export const MODEL_DEFAULTS = {
  timeoutMs: 60_000,
  patienceMs: 90_000,
  atOnce: 2,
  mostPromptCharacters: 40_000,
  mostAnswerBytes: 200_000,
  price: { input: 0, output: 0 },
} as const;
