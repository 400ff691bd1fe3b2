import { MINUTE } from '../lib/clock.ts';

/** How much reading of pages one poll of a feed may take. */
export type PageBudget = {
  readonly pages: number;
  /** From the first page to the start of the last one, in milliseconds. */
  readonly ms: number;
};

/** Less, and a busy feed's pages take many polls; more, and a slow site is busy with one feed for minutes. */
export const PAGE_BUDGET: PageBudget = { pages: 50, ms: MINUTE };

/**
 * Asked before each page whether it may still be read. The first may always, so that every poll gets further; `elapsed`
 * gives milliseconds on a clock that only runs forward.
 */
export function startBudget(budget: PageBudget, elapsed: () => number): () => boolean {
  let left = budget.pages;
  let began: number | undefined;
  return () => {
    const now = elapsed();
    began ??= now;
    if (left <= 0 || now - began > budget.ms) return false;
    left -= 1;
    return true;
  };
}
