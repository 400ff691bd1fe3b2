import type { QuietHours } from '../news/subscription.ts';
import { instantOf, localDate, timeOfDay } from './zone.ts';

/** When the quiet hours that `now` lies in are over; null where nothing is to be kept quiet. */
export function quietUntil(quiet: QuietHours | null, zone: string, now: Date): Date | null {
  if (!quiet || quiet.from === quiet.to) return null;
  const time = timeOfDay(now, zone);
  const overMidnight = quiet.from > quiet.to;
  const evening = overMidnight && time >= quiet.from;
  const isQuiet = overMidnight ? evening || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!isQuiet) return null;
  const today = localDate(now, zone);
  const end = instantOf(evening ? today.add({ days: 1 }) : today, quiet.to, zone);
  // In the hour that comes twice they ended when it came first.
  return end > now ? end : null;
}
