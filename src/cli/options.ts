import { InvalidArgumentError } from 'commander';
import { parseSpan } from '../lib/amounts.ts';
import { MINUTE } from '../lib/clock.ts';

/** A span as an option of the command line: milliseconds of `24h`, `3d`. */
export function spanOption(typed: string): number {
  const ms = parseSpan(typed);
  if (ms === undefined)
    throw new InvalidArgumentError('Write a span such as 90m, 24h or 3d, from 1m to 3650d.');
  return ms;
}

/** The same span as the option `name` of a chat command; nothing where it was left out. */
export function spanText(name: string, ms: number | undefined): Record<string, string> {
  return ms === undefined ? {} : { [name]: `${Math.ceil(ms / MINUTE)}m` };
}

/** A whole number between two bounds, as an option. */
export function wholeOption(least: number, most: number): (typed: string) => number {
  return (typed) => {
    const value = Number(typed);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}
