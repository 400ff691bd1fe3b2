import { DAY, MINUTE } from '../../src/lib/clock.ts';

/**
 * The slots of a day's times, read off the wall and by no other means: we walk through time by quarters of an hour, and
 * a slot fires when the clock first shows its time or a later one. Times and changes of the clock stand on quarters.
 */
export function* walked(
  times: readonly string[],
  zone: string,
  span: { readonly after: Date; readonly until: Date },
): Generator<{ key: string; at: Date }> {
  const wall = new Intl.DateTimeFormat('sv', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const start = Math.floor((span.after.getTime() - 2 * DAY) / (15 * MINUTE)) * 15 * MINUTE;
  let latest = wall.format(start);
  for (let at = start + 15 * MINUTE; at <= span.until.getTime(); at += 15 * MINUTE) {
    const shown = wall.format(at);
    if (shown <= latest) continue;
    for (const day of new Set([latest.slice(0, 10), shown.slice(0, 10)])) {
      for (const time of times) {
        const nominal = `${day} ${time}`;
        if (nominal > latest && nominal <= shown && at > span.after.getTime()) {
          yield { key: `${day}T${time} ${zone}`, at: new Date(at) };
        }
      }
    }
    latest = shown;
  }
}
