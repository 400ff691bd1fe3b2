/** What goes wrong with a request. */
export type Fault =
  /** The connection breaks. */
  | { readonly kind: 'reset' }
  /** No answer until the fake is closed. */
  | { readonly kind: 'hang' }
  /** 429; without Retry-After where `retryAfter` is null. */
  | { readonly kind: 'rate limited'; readonly retryAfter: number | null }
  /** Any other status, 500 and up mostly. */
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  /** A 200 whose body breaks off in the middle of its JSON. */
  | { readonly kind: 'malformed' }
  /** A 200 with `ok: false` and this error. */
  | { readonly kind: 'error'; readonly error: string };

export type FaultPlan = {
  /** A Web API method, `response_url`, or `*` for every request of the app. */
  readonly method: string;
  /** Before: nothing happens. After: the message is posted, the view opened, and only the answer is spoiled. */
  readonly when: 'before' | 'after';
  readonly fault: Fault;
  /** How many requests it hits, 1 if not said. */
  readonly times?: number;
  /** How many matching requests pass unharmed before, 0 if not said. */
  readonly skip?: number;
};

export type Faults = {
  plan(plan: FaultPlan): void;
  /** The fault that hits this request, if one does; counts it. */
  strike(method: string): FaultPlan | null;
  clear(): void;
};

export function createFaults(): Faults {
  let plans: { plan: FaultPlan; skip: number; left: number }[] = [];
  return {
    plan: (plan) => {
      plans.push({ plan, skip: plan.skip ?? 0, left: plan.times ?? 1 });
    },
    strike: (method) => {
      for (const one of plans) {
        if (one.left === 0 || (one.plan.method !== '*' && one.plan.method !== method)) continue;
        if (one.skip > 0) {
          one.skip -= 1;
          continue;
        }
        one.left -= 1;
        return one.plan;
      }
      return null;
    },
    clear: () => {
      plans = [];
    },
  };
}
