import { costMicros, type Usage } from './tokens.ts';

/** What may be spent in one window; null: no limit. Money is in millionths of the operator's currency. */
export type Limit = { readonly tokens: number | null; readonly micros: number | null };

export type Limits = {
  /** All tenants together in a day (UTC). */
  readonly perDay: Limit;
  readonly perTenantDay: Limit;
  readonly perPersonHour: Limit;
};

/** Something that spending is counted in: a tenant's day, say. */
export type Account = {
  readonly tenant: string;
  /** `all`, `tenant` or `person ID`. */
  readonly holder: string;
  /** `2026-03-01` or `2026-03-01T10`, UTC. */
  readonly window: string;
  readonly limit: Limit;
};

export type Spending = { readonly calls: number; readonly tokens: number; readonly micros: number };

/** Where spending is remembered. `reserve` adds to all accounts or to none, at once. */
export type UsageStore = {
  /** The account that has no room for it, after which nothing is added; undefined once all have it. */
  reserve(accounts: readonly Account[], spending: Spending): Promise<Account | undefined>;
  /** Puts right what was reserved; the difference may be negative. */
  adjust(accounts: readonly Account[], difference: Spending): Promise<void>;
};

export type Price = { readonly input: number; readonly output: number };

/** The accounts that a request of that tenant and person counts in at that moment. */
export function accountsOf(
  who: { readonly tenant: string; readonly person: string | null },
  limits: Limits,
  now: Date,
): Account[] {
  const day = now.toISOString().slice(0, 10);
  const hour = now.toISOString().slice(0, 13);
  return [
    { tenant: ALL, holder: 'all', window: day, limit: limits.perDay },
    { tenant: who.tenant, holder: 'tenant', window: day, limit: limits.perTenantDay },
    ...(who.person === null
      ? []
      : [
          {
            tenant: who.tenant,
            holder: `person ${who.person}`,
            window: hour,
            limit: limits.perPersonHour,
          },
        ]),
  ];
}

/** The tenant under which what all spend together is counted: no tenant's own name. */
const ALL = '';

/** What a request may cost at most, counted as one call. */
export function mostSpent(usage: Usage, price: Price): Spending {
  return { calls: 1, tokens: usage.input + usage.output, micros: costMicros(usage, price) };
}

/** What must be added to a reservation so that it says what was spent; the call itself stays counted. */
export function difference(reserved: Spending, usage: Usage, price: Price): Spending {
  const spent = mostSpent(usage, price);
  return {
    calls: 0,
    tokens: spent.tokens - reserved.tokens,
    micros: spent.micros - reserved.micros,
  };
}

/** Why there is no room, in words for people. */
export function overBudget({ holder, window }: Account): string {
  if (holder === 'all') return `the budget of ${window} is used up`;
  if (holder === 'tenant') return `this server's budget of ${window} is used up`;
  return 'your budget for this hour is used up';
}
