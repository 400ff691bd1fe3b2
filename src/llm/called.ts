import type { Dialect } from './dialect.ts';
import type { Usage } from './tokens.ts';

/** What one request to the server gave. */
export type Called =
  | { readonly kind: 'answered'; readonly json: unknown; readonly usage: Usage }
  /** It does not know this way of asking; it may know the other. */
  | { readonly kind: 'plainer'; readonly reason: string; readonly dialect: Dialect }
  | { readonly kind: 'busy'; readonly reason: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The model would not answer this. */
  | { readonly kind: 'declined'; readonly reason: string; readonly usage: Usage }
  /** `passing`: the server itself said that it failed, or was cut off before it began, which may be over in a moment. */
  | {
      readonly kind: 'broken';
      readonly reason: string;
      readonly usage: Usage | null;
      readonly passing: boolean;
    }
  | { readonly kind: 'too long'; readonly reason: string; readonly usage: Usage };
