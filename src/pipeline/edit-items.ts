import type { EditionItem, Revised } from '../desk/make-edition.ts';
import { type PostPart, WHOLE } from '../news/delivery.ts';
import type { Claim, Digest } from '../news/digest.ts';
import type { StoryId } from '../news/story.ts';

/** A story as a post shows it: what an edit begins from. */
export type ShownItem = {
  readonly story: StoryId;
  /** The story it was posted as; `story` is what that went into since. */
  readonly toldAs: StoryId;
  /** The version that was told, and the newest one that was looked at since. */
  readonly version: number;
  readonly seen: number;
  readonly kind: EditionItem['kind'];
  readonly whatChanged: string | null;
  readonly headline: string;
  readonly lede: Claim;
  readonly bullets: Digest['bullets'];
  readonly revised: Revised | null;
  /** Every sentence that was ever added, also those that gave way to newer ones: none is added twice. */
  readonly added: readonly string[];
  /** Where the post is read in another language: the words of each of its texts there, by their original. */
  readonly said?: readonly (readonly [string, string])[];
};

/** The stories of one post, the span of its edition and which part of it the post is. */
export type ShownItems = {
  readonly from: Date;
  readonly to: Date;
  readonly part: PostPart;
  readonly items: readonly ShownItem[];
};

/** An item as it is posted first. */
export function shownItem({ story, kind, digest }: EditionItem): ShownItem {
  return {
    story: story.id,
    toldAs: story.id,
    version: story.version,
    seen: story.version,
    kind,
    whatChanged: digest.whatChanged,
    headline: digest.headline,
    lede: digest.lede,
    bullets: digest.bullets,
    revised: null,
    added: [],
  };
}

export const writeItems = (shown: ShownItems): string => JSON.stringify(shown);

const DATES = new Set(['from', 'to', 'at']);

export function readItems(text: string): ShownItems {
  const shown = JSON.parse(text, (key, value) =>
    DATES.has(key) && typeof value === 'string' ? new Date(value) : value,
  ) as ShownItems;
  // Earlier versions wrote neither.
  const items = shown.items.map((item) => ({ ...item, toldAs: item.toldAs ?? item.story }));
  return { ...shown, part: shown.part ?? WHOLE, items };
}
