/** What is asked of a language model: words in, one JSON value out. */
export type CompletionRequest = {
  readonly system: string;
  readonly user: string;
  /** The random fence in it: two requests that differ in nothing else are one and the same. */
  readonly boundary: string;
  /** The JSON Schema the answer must have; servers that know none are asked in words. */
  readonly schema: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
  /** The longest answer, in tokens. */
  readonly maxTokens: number;
  /** Who pays for it. */
  readonly tenant: string;
  /** Who asked, where a person did; null for what Crier does by itself. */
  readonly person: string | null;
};

/** What an answer cost: nothing where it was kept from before. Money in millionths of the operator's currency. */
export type Spent = { readonly tokens: number; readonly micros: number };

/** What came of it. Everything but `answered` happens every day and is no fault of the program. */
export type Completion =
  | { readonly kind: 'answered'; readonly json: unknown; readonly spent?: Spent }
  /** Not now: too many at once, the server asks to wait, too many failures of late. */
  | { readonly kind: 'busy'; readonly reason: string; readonly retryAfterMs: number | null }
  /** The day's or hour's budget is used up; nothing was sent. */
  | { readonly kind: 'over budget'; readonly reason: string }
  /** The server does not want this request: key, model or request are wrong. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The server failed, fell silent, or its answer cannot be read. */
  | { readonly kind: 'broken'; readonly reason: string }
  /** Prompt or answer are longer than the limits. */
  | { readonly kind: 'too long'; readonly reason: string };

/** Asks the model. Never throws for what the server does; `signal` ends it early, as `broken`. */
export type Complete = (request: CompletionRequest, signal?: AbortSignal) => Promise<Completion>;
