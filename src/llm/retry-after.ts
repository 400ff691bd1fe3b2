import { DAY, SECOND } from '../lib/clock.ts';

/** How long a server asks to wait (RFC 9110, 10.2.3: seconds or a date), at most a day; null where it does not say. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  const text = header?.trim();
  if (!text) return null;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.min(DAY, Number(text) * SECOND);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.min(DAY, Math.max(0, at - now.getTime()));
}
