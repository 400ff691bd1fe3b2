import { DAY, HOUR, MINUTE, SECOND } from './clock.ts';

const UNITS: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** Milliseconds of `90s`, `15m`, `24h` or `7d`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([smhd])\s*$/i.exec(text);
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ''];
  return match && unit ? Number(match[1]) * unit : undefined;
}

/** How far somebody may look back: milliseconds of `24h`, from a minute to ten years; undefined for anything else. */
export function parseSpan(text: string): number | undefined {
  const ms = parseDuration(text);
  return ms !== undefined && ms >= MINUTE && ms <= 3_650 * DAY ? ms : undefined;
}

const SIZES: Readonly<Record<string, number>> = { kb: 1e3, mb: 1e6, gb: 1e9 };

/** Bytes of `500KB` or `5MB` (powers of ten); undefined for anything else. */
export function parseSize(text: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmg]b)\s*$/i.exec(text);
  const unit = SIZES[match?.[2]?.toLowerCase() ?? ''];
  return match && unit ? Number(match[1]) * unit : undefined;
}
