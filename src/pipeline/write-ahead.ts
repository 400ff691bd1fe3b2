import type { Model } from '../desk/open-model.ts';
import { translateItem } from '../desk/translate-item.ts';
import { writeWithModel } from '../desk/write-with-model.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { StoryId } from '../news/story.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from '../store/schema.ts';
import { storiesById } from '../store/stories.ts';
import { editionsSoon } from './draft-edition.ts';

export type WritingDeps = {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly model: Model;
};

/** Lets the model write what will be read, before it is: nobody waits for a model. */
export type Writing = {
  /** Somebody has just seen these in the outlets' own words: the next one shall see the model's. */
  want(stories: readonly StoryId[], payer: TenantId): void;
  /** Writes what is wanted, and what stands in editions that are due soon. Says how many. */
  run(signal: AbortSignal): Promise<number>;
};

// More than so many are not read before there is something newer.
const MOST_WANTED = 40;

export function createWriting(deps: WritingDeps): Writing {
  const { db, clock, log, model } = deps;
  const wanted = new Map<StoryId, TenantId>();
  // What hinders a story is said once, and not with every beat until its edition is due.
  const troubles = new Map<StoryId, string>();

  async function write(id: StoryId, payer: TenantId, signal: AbortSignal): Promise<boolean> {
    const [story] = await storiesById(db, payer, [id]);
    if (!story) return false;
    const { written, trouble } = await writeWithModel(db, story, {
      model,
      payer,
      now: clock(),
      signal,
    });
    if (trouble !== null && troubles.get(id) !== trouble) {
      log.warn('model did not write', { story: id, reason: trouble });
    }
    troubles.delete(id);
    if (trouble !== null) troubles.set(id, trouble);
    shorten(troubles);
    return written;
  }

  /** After the writing: what is translated is the digest as it will be shown. */
  async function translateSoon(signal: AbortSignal): Promise<void> {
    for (const { item, tenant, language: to } of await editionsSoon(deps, clock())) {
      if (signal.aborted) return;
      if (to !== null) await translateItem(item, { model, tenant, to, recall: false, signal });
    }
  }

  return {
    want(stories, payer) {
      for (const id of stories) {
        wanted.delete(id);
        wanted.set(id, payer);
      }
      shorten(wanted);
    },
    async run(signal) {
      for (const { item, tenant } of await editionsSoon(deps, clock())) {
        wanted.set(item.story.id, tenant);
      }
      let count = 0;
      for (const [id, payer] of [...wanted]) {
        if (signal.aborted) break;
        wanted.delete(id);
        if (await write(id, payer, signal)) count += 1;
      }
      await translateSoon(signal);
      return count;
    },
  };
}

/** Leaves the newest. */
function shorten(stories: Map<StoryId, unknown>): void {
  for (const id of stories.keys()) {
    if (stories.size <= MOST_WANTED) break;
    stories.delete(id);
  }
}
