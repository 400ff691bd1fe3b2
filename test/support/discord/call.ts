import type { ApiError } from './errors.ts';
import type { Gateway } from './gateway.ts';
import type { Json } from './json.ts';
import type { Attachment, World } from './state.ts';
import type { Waiting } from './waiting.ts';

/** What routes work with besides the world: whom to tell that something happened. */
export type Outside = {
  readonly world: World;
  readonly gateway: Gateway;
  readonly waiting: Waiting;
  readonly url: () => { readonly gateway: string };
  /** Notes something a bot should not do although the server lets it pass. */
  warn(words: string): void;
};

/** One request, read and let in. */
export type Call = Outside & {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, or payload_json of a form; undefined where there is none. */
  readonly body: unknown;
  readonly files: readonly Attachment[];
  /**
   * Refuses what Discord's own description of the API refuses, where that is present. Routes call it after their own
   * rules, whose words are Discord's, and before they change anything.
   */
  judge(): void;
};

export type Answer = { readonly status: number; readonly body?: unknown };

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the OpenAPI writes it, which is also what calls are logged under. */
  readonly path: string;
  /** Whether the bot's token is needed; addresses that hold a token of their own go without. */
  readonly auth: 'bot' | 'none';
  run(call: Call): Answer;
};

/** One request as it was seen, for tests to read. Tokens are never in it. */
export type Logged = {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly at: Date;
  /** Null until it is answered, and for ever where a fault swallowed the answer. */
  status: number | null;
  answer: unknown;
};

/** A body that Discord would have refused. */
export type Violation = {
  readonly route: string;
  readonly body: unknown;
  readonly error: ApiError;
};

export function jsonBody(call: Call): Json {
  return (call.body ?? {}) as Json;
}
