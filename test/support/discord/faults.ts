/** What goes wrong on the way. */
export type Fault =
  /** The connection is cut. */
  | { readonly kind: 'reset' }
  /** Nothing ever comes back; the connection stays open until the fake is closed. */
  | { readonly kind: 'hang' }
  /** A bare status, as a proxy in front of Discord gives it. */
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  /** 429; without `retryAfter` (seconds) neither the header nor a readable body, as Cloudflare answers. */
  | {
      readonly kind: 'limited';
      readonly retryAfter: number | null;
      readonly scope?: 'user' | 'global' | 'shared';
    }
  /** A 200 whose body is not JSON. */
  | { readonly kind: 'garbage' };

export type Injected = {
  /** `POST /channels/{channel_id}/messages`, or a pattern over such names. */
  readonly on: string | RegExp;
  /** Before: nothing has happened. After: the message stands, only the answer is lost. */
  readonly when: 'before' | 'after';
  readonly fault: Fault;
  /** How many calls it strikes; every one if left out. */
  readonly times?: number;
};

/** A fault at work: how often it has struck, and how to end it. */
export type Striking = { readonly struck: () => number; end(): void };

/** The faults that are set; each call takes the oldest that fits. */
export class Faults {
  readonly #set: { injected: Injected; struck: number }[] = [];

  add(injected: Injected): Striking {
    const entry = { injected, struck: 0 };
    this.#set.push(entry);
    return {
      struck: () => entry.struck,
      end: () => {
        const at = this.#set.indexOf(entry);
        if (at >= 0) this.#set.splice(at, 1);
      },
    };
  }

  /** The fault that strikes this call now, counted as struck. */
  take(route: string, when: 'before' | 'after'): Fault | undefined {
    const entry = this.#set.find(
      ({ injected, struck }) =>
        injected.when === when &&
        struck < (injected.times ?? Number.POSITIVE_INFINITY) &&
        (typeof injected.on === 'string' ? injected.on === route : injected.on.test(route)),
    );
    if (!entry) return undefined;
    entry.struck += 1;
    return entry.injected.fault;
  }
}
