import { HOUR, MINUTE } from '../lib/clock.ts';
import type { Schedule, Weekday } from '../news/subscription.ts';
import { instantOf, localDate } from './zone.ts';

/** One time at which an edition is due. */
export type Slot = {
  /**
   * `2026-03-29T02:30 Europe/Berlin`: what the schedule says, whether or not that time exists; `2026-03-29T02:15Z every
   * 15` where it runs every so many minutes. Unique in a schedule.
   */
  readonly key: string;
  readonly at: Date;
};

/** A missed edition this old is not news any more: the next one brings what it would have brought. */
export const CATCH_UP_MS = 6 * HOUR;

/** The first slot later than `after`; null for a schedule without times or days. */
export function nextSlot(schedule: Schedule, zone: string, after: Date): Slot | null {
  for (const slot of slotsFrom(schedule, zone, after)) return slot;
  return null;
}

/**
 * The slots later than `after` and not later than `until`, in order. Two of them may be at one instant: times inside a
 * gap of the clock all fire at its end.
 */
export function slotsBetween(
  schedule: Schedule,
  zone: string,
  span: { readonly after: Date; readonly until: Date },
): Slot[] {
  const slots: Slot[] = [];
  for (const slot of slotsFrom(schedule, zone, span.after)) {
    if (slot.at > span.until) break;
    slots.push(slot);
  }
  return slots;
}

/**
 * What to do with slots whose time has come, oldest first: the newest is run if it is young enough, so that whoever
 * was away for long gets one edition and not a heap of them.
 */
export function catchUp(
  due: readonly Slot[],
  now: Date,
): { readonly run: Slot | null; readonly skipped: readonly Slot[] } {
  const newest = due.at(-1);
  if (!newest || now.getTime() - newest.at.getTime() >= CATCH_UP_MS) {
    return { run: null, skipped: due };
  }
  return { run: newest, skipped: due.slice(0, -1) };
}

/**
 * The slots of a schedule that are due: all since `after`, or, where it runs every so many minutes, the newest alone.
 * Nobody misses one look of hundreds a day, the next one sees the same.
 */
export function slotsDue(
  schedule: Schedule,
  zone: string,
  span: { readonly after: Date; readonly until: Date },
): Slot[] {
  if (schedule.everyMinutes === null) return slotsBetween(schedule, zone, span);
  const step = schedule.everyMinutes * MINUTE;
  const latest = nextSlot(schedule, zone, new Date(span.until.getTime() - step));
  return latest && latest.at > span.after ? [latest] : [];
}

function* slotsFrom(schedule: Schedule, zone: string, after: Date): Generator<Slot> {
  if (schedule.everyMinutes !== null) return yield* gridFrom(schedule.everyMinutes, after);
  const times = [...new Set(schedule.times)].sort();
  const days: ReadonlySet<number> = new Set<Weekday>(schedule.days);
  if (times.length === 0 || days.size === 0) return;
  // From the day before: a time of yesterday's that does not exist may fire today.
  let day = localDate(after, zone).subtract({ days: 1 });
  for (;;) {
    if (days.has(day.dayOfWeek)) {
      for (const time of times) {
        const at = instantOf(day, time, zone);
        if (at > after) yield { key: `${day}T${time} ${zone}`, at };
      }
    }
    day = day.add({ days: 1 });
  }
}

/** In UTC from midnight: a grid that no change of the clock moves. `minutes` divides a day. */
function* gridFrom(minutes: number, after: Date): Generator<Slot> {
  const step = minutes * MINUTE;
  if (!(step > 0)) return;
  for (let at = (Math.floor(after.getTime() / step) + 1) * step; ; at += step) {
    const moment = new Date(at);
    yield { key: `${moment.toISOString().slice(0, 16)}Z every ${minutes}`, at: moment };
  }
}
