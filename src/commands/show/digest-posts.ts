import { lengthOf, type Message } from '../../chat/message.ts';
import type { Revised } from '../../desk/make-edition.ts';
import type { ItemShown } from '../../desk/translate-item.ts';
import { type PostPart, WHOLE } from '../../news/delivery.ts';
import type { StoryId } from '../../news/story.ts';
import {
  type EditionAbout,
  type EditionPlace,
  type EditionShown,
  editionMessage,
  followLength,
  followMessage,
  type StoryLook,
} from './edition.ts';

/** One post of an edition, the stories in it, and which part it is where there are several. */
export type EditionPost = {
  readonly message: Message;
  readonly stories: readonly StoryId[];
  readonly part?: PostPart;
};

/** Whether a message is one message where it is posted. */
export type Fits = (message: Message) => boolean;

// By how much the room for a part is widened until as few parts as can be hold all.
const STEP = 100;

/**
 * A digest in as few posts as hold it, each of them one message, since what needs a second one can never be edited. A
 * digest of what is short is shown shorter before it is torn in two; of several posts each has about as much in it as
 * the others. A part that stands already stays one post, however it grew.
 */
export function digestPosts(
  edition: EditionShown,
  about: EditionAbout,
  place: EditionPlace,
  fits: Fits,
): EditionPost[] {
  const shown = (items: readonly ItemShown[], part: PostPart, looks: readonly StoryLook[]) =>
    shortened(items, about, fits, looks, (some, lookOf) =>
      editionMessage({ ...edition, items: some, part }, about, place, lookOf),
    );
  const { items, part } = edition;
  if (part) return [{ message: shown(items, part, SHORTER), stories: storiesOf(items), part }];
  const whole = shown(items, WHOLE, about.length === 'full' ? [] : UNQUOTED);
  if (fits(whole) || items.length === 1) {
    const message = fits(whole) ? whole : shown(items, WHOLE, SHORTER);
    return [{ message, stories: storiesOf(items), part: WHOLE }];
  }
  const asAsked = (some: readonly ItemShown[]) =>
    editionMessage({ ...edition, items: some }, about, place);
  const groups = shareOut(items, (some) => fits(asAsked(some)), asAsked);
  let before = 0;
  return groups.map((some, i) => {
    const own = { number: i + 1, of: groups.length, before };
    before += some.length;
    return { message: shown(some, own, SHORTER), stories: storiesOf(some), part: own };
  });
}

/** A story of a follow or an alert in a post of its own. */
export function followPost(
  item: ItemShown,
  edition: EditionShown,
  about: EditionAbout,
  place: EditionPlace,
  fits: Fits,
): EditionPost {
  const length = followLength(item);
  const message = shortened([item], { length }, fits, SHORTER, ([one = item], lookOf) =>
    followMessage(one, edition, about, place, lookOf(one)),
  );
  return { message, stories: [item.story.id] };
}

const storiesOf = (items: readonly ItemShown[]) => items.map(({ story }) => story.id);

/** As few groups as it takes, in their order; of the ways to do so one in which no group is much longer than another. */
function shareOut(
  items: readonly ItemShown[],
  fits: (items: readonly ItemShown[]) => boolean,
  show: (items: readonly ItemShown[]) => Message,
): ItemShown[][] {
  const fewest = filled(items, fits);
  const most = Math.ceil(items.length / fewest.length);
  const bare = lengthOf(show([]));
  const lengths = new Map(items.map((item) => [item, lengthOf(show([item])) - bare]));
  const lengthIn = (some: readonly ItemShown[]) =>
    some.reduce((sum, item) => sum + (lengths.get(item) ?? 0), 0);
  const whole = lengthIn(items);
  for (let room = whole / fewest.length; room < whole; room += STEP) {
    const even = filled(items, (some) => some.length <= most && lengthIn(some) <= room);
    if (even.length === fewest.length && even.every((some) => some.length === 1 || fits(some))) {
      return even;
    }
  }
  return fewest;
}

function filled(
  items: readonly ItemShown[],
  fits: (items: readonly ItemShown[]) => boolean,
): ItemShown[][] {
  const groups: ItemShown[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && fits([...last, item])) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

type LookOf = (item: ItemShown) => StoryLook;

const UNQUOTED: readonly StoryLook[] = [{ length: 'short', isQuoted: false }];
const SHORTER: readonly StoryLook[] = [
  { length: 'short', isQuoted: true },
  ...UNQUOTED,
  { length: 'headlines', isQuoted: false },
];

/**
 * A message that fits, as far as it can: the last stories are shown shorter, those that something was edited into after
 * the others, and then the oldest lines that were edited in are left out, additions before corrections.
 */
function shortened(
  items: readonly ItemShown[],
  { length }: Pick<EditionAbout, 'length'>,
  fits: Fits,
  shorter: readonly StoryLook[],
  show: (items: readonly ItemShown[], lookOf: LookOf) => Message,
): Message {
  const looks = new Map<StoryId, StoryLook>();
  const lookOf: LookOf = ({ story }) => looks.get(story.id) ?? { length, isQuoted: true };
  let message = show(items, lookOf);
  const last = items.toReversed();
  const still = last.filter(({ revised }) => revised === null);
  const edited = last.filter(({ revised }) => revised !== null);
  for (const some of [still, edited]) {
    for (const look of shorter.filter((one) => !isLonger(one.length, length))) {
      for (const { story } of some) {
        if (fits(message)) return message;
        looks.set(story.id, look);
        message = show(items, lookOf);
      }
    }
  }
  if (shorter.length === 0) return message;
  let fewer = items;
  while (!fits(message)) {
    const next = withoutOldestLine(fewer);
    if (next === null) break;
    fewer = next;
    message = show(fewer, lookOf);
  }
  return message;
}

const isLonger = (one: StoryLook['length'], other: StoryLook['length']): boolean =>
  other === 'headlines' && one !== 'headlines';

function withoutOldestLine(items: readonly ItemShown[]): ItemShown[] | null {
  const lines = items.flatMap(({ revised }) => revised?.texts ?? []);
  const struck = items.flatMap(({ revised }) => revised?.corrected ?? []);
  const [oldest] = (lines.length > 0 ? lines : struck).toSorted((a, b) => +a.at - +b.at);
  if (!oldest) return null;
  return items.map((item) => {
    const { revised } = item;
    if (revised === null) return item;
    const left: Revised = {
      ...revised,
      texts: revised.texts.filter((one) => one !== oldest),
      corrected: revised.corrected.filter((one) => one !== oldest),
    };
    return { ...item, revised: left };
  });
}
