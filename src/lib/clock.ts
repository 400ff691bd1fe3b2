/** The present moment. Everything that needs it takes a Clock, so that tests and the sample newsroom can move it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A clock that starts at `origin` when it is made and then runs `speed` times as fast as `base`. */
export function scaledClock(base: Clock, origin: Date, speed: number): Clock {
  const started = base().getTime();
  return () => new Date(origin.getTime() + (base().getTime() - started) * speed);
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
