/**
 * When rows come, told from their dates alone: the latest date seen so far. A date more than `leapMs` ahead of it is
 * believed when a second row confirms it: one wrong date in a year to come would age everything else out at once.
 */
export function createArrivals(leapMs: number): (at: number | null) => number {
  let arrived: number | null = null;
  let leap: number | null = null;
  return (at) => {
    if (at === null) return arrived ?? 0;
    if (arrived === null || at <= arrived + leapMs) arrived = Math.max(arrived ?? at, at);
    else if (leap !== null && at >= leap - leapMs) arrived = Math.min(leap, at);
    else leap = at;
    return arrived;
  };
}
