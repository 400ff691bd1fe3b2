import { silentLog } from '../../src/lib/log.ts';
import { deliver } from '../../src/pipeline/deliver.ts';
import { editPosts } from '../../src/pipeline/edit.ts';
import { publish } from '../../src/pipeline/publish.ts';
import { showInParts } from '../support/delivering.ts';
import type { SimulatedPlatform } from './platform.ts';
import type { Random } from './random.ts';
import type { SharedStore } from './shared-store.ts';
import type { Timeline } from './timeline.ts';

/** A pass over the schedules that was carried through. */
export type Pass = { readonly from: number; readonly to: number };

export type Program = {
  readonly passes: readonly Pass[];
  /** Faults that came out of it: there should be none. */
  readonly faults: readonly unknown[];
  isAlive(): boolean;
  kill(): void;
};

export type Course = {
  readonly time: Timeline;
  readonly store: SharedStore;
  readonly platform: SimulatedPlatform;
  readonly random: Random;
  clock(): Date;
  newKey(): string;
};

/**
 * Crier's beat as one process lives it: publish, deliver, edit, sleep. It dies at its `dies`-th step (a statement or a
 * network call, before or after it is done), and now and then it stands still for a while.
 */
export function program(
  course: Course,
  life: { readonly dies: number; readonly beatMs: number; readonly stalls: number },
): Program {
  const { time, random } = course;
  const passes: Pass[] = [];
  const faults: unknown[] = [];
  let alive = true;
  let left = life.dies;

  const kill = () => {
    alive = false;
    opened.abandon();
  };
  const step = async (inTransaction: boolean): Promise<void> => {
    time.stir();
    if (!alive) return new Promise(() => {});
    left -= 1;
    if (left <= 0) {
      kill();
      return new Promise(() => {});
    }
    if (random.chance(life.stalls)) {
      await time.sleep(random.between(1, inTransaction ? 2_000 : 120_000));
      if (!alive) return new Promise(() => {});
    }
  };
  const opened = course.store.open((_, inTransaction) => step(inTransaction));
  const poster = course.platform.seenBy({ stir: time.stir, checkpoint: () => step(false) });
  const { db } = opened;
  const { clock, newKey } = course;
  const repeat = (ms: number, work: () => void) => {
    let stopped = false;
    const again = () =>
      time.at(time.now() + ms, () => {
        if (stopped || !alive) return;
        time.stir();
        work();
        again();
      });
    again();
    return () => {
      stopped = true;
    };
  };

  async function live(): Promise<void> {
    for (let editedAt = 0; ; ) {
      const from = clock().getTime();
      await publish({ db, clock, log, newKey, show: showInParts });
      passes.push({ from, to: clock().getTime() });
      const { nextAt } = await deliver({
        db,
        clock,
        log: silentLog,
        poster,
        repeat,
        show: showInParts,
      });
      // With the beat; what woke it in between was the outbox.
      if (time.now() - editedAt >= life.beatMs / 2) {
        editedAt = time.now();
        await editPosts({ db, clock, log: silentLog, poster, show: showInParts });
      }
      // Programs beat together, on the minute.
      const beat = life.beatMs - (time.now() % life.beatMs);
      const wait = nextAt ? Math.max(nextAt.getTime() - clock().getTime(), 500) : beat;
      await time.sleep(Math.min(wait, beat));
      if (!alive) return;
    }
  }
  // What is caught inside and only logged is a fault all the same, unless the platform made it.
  const log = {
    ...silentLog,
    error: (what: string, fields?: object) => faults.push({ what, ...fields }),
  };
  live().catch((error: unknown) => faults.push(error));
  return { passes, faults, isAlive: () => alive, kill };
}
