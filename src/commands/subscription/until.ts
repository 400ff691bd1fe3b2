import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../digest/zone.ts';
import { parseSpan } from '../../lib/amounts.ts';
import { DAY } from '../../lib/clock.ts';
import { Slip } from '../slip.ts';

const LONGEST_MS = 400 * DAY;

/** Until when something goes on: a span from now, or the end of a day where the place is. Throws UserError. */
export function readUntil(
  typed: string,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Date {
  const span = parseSpan(typed.trim());
  const until = span === undefined ? endOfDay(typed.trim(), zone) : new Date(now.getTime() + span);
  if (until === null) {
    throw new Slip(({ slips }) => slips.until(typed));
  }
  if (until <= now) throw new Slip(({ slips }) => slips.untilOver(typed));
  if (until.getTime() - now.getTime() > LONGEST_MS) throw new Slip(({ slips }) => slips.untilMost);
  return until;
}

/** The last moment of a day such as `2026-12-01`; null for what is no day. */
function endOfDay(typed: string, zone: string): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const isDay = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(typed);
  if (!isDay) return null;
  const next = Temporal.PlainDate.from(typed).add({ days: 1 });
  return new Date(instantOf(next, '00:00', zone).getTime() - 1);
}
