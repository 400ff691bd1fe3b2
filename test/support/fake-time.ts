import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, SECOND, scaledClock, systemClock } from '../../src/lib/clock.ts';

// Debian's package `faketime` puts it there, for whatever processor.
const LIBRARIES = '/usr/lib';
const LIBRARY = join('faketime', 'libfaketimeMT.so.1');

/** libfaketime, which moves the clock of a whole process and lets its timers run as fast; null where it is not installed. */
export const FAKETIME: string | null =
  (existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : [])
    .map((folder) => join(LIBRARIES, folder, LIBRARY))
    .find((file) => existsSync(file)) ?? null;

/** A time that a program started with `environment()` lives in, and the test beside it. */
export type ProgramTime = {
  readonly clock: Clock;
  readonly speed: number;
  /** For a program that is started now. */
  environment(): Record<string, string>;
};

/** The real time. */
export const REAL_TIME: ProgramTime = { clock: systemClock, speed: 1, environment: () => ({}) };

/** A time of its own that began at `origin` just now and runs `speed` times as fast. Null without libfaketime. */
export function fakeTime(origin: Date, speed: number): ProgramTime | null {
  const library = FAKETIME;
  if (library === null) return null;
  const clock = scaledClock(systemClock, origin, speed);
  return {
    clock,
    speed,
    environment: () => ({
      LD_PRELOAD: library,
      // It reads times in the zone of the process.
      TZ: 'UTC',
      FAKETIME: `@${stamp(clock())} x${speed}`,
    }),
  };
}

/** Real waiting made short where libfaketime is there; without it the same takes its time. */
export function hurriedTime(speed: number): ProgramTime {
  return fakeTime(systemClock(), speed) ?? REAL_TIME;
}

function stamp(at: Date): string {
  const whole = new Date(Math.floor(at.getTime() / SECOND) * SECOND);
  return whole.toISOString().slice(0, 19).replace('T', ' ');
}
