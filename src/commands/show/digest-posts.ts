import { lengthOf, type Message } from '../../chat/message.ts';
import type { ItemShown } from '../../desk/translate-item.ts';
import type { PostPart } from '../../news/delivery.ts';
import type { StoryId } from '../../news/story.ts';
import {
  type EditionAbout,
  type EditionPlace,
  type EditionShown,
  editionMessage,
  type StoryLook,
} from './edition.ts';

/** One post of an edition, the stories in it, and which part it is where there are several. */
export type EditionPost = {
  readonly message: Message;
  readonly stories: readonly StoryId[];
  readonly part?: PostPart;
};

// Discord takes 6,000 characters and ten embeds, one for each story; Slack takes more. What needs a second message there
// could never be edited, so it is shared out here.
const ROOM = 5_600;
const STORIES = 10;
const STEP = 100;

/**
 * A digest in as few posts as hold it, each with about as much in it as the others. A part that stands already stays one
 * post, however it grew: its stories are shown shorter then, those that nothing was edited into first.
 */
export function digestPosts(
  edition: EditionShown,
  about: EditionAbout,
  place: EditionPlace,
): EditionPost[] {
  if (edition.part) {
    const message = fitted(edition, about, place);
    return [{ message, stories: storiesOf(edition.items), part: edition.part }];
  }
  const lengthWith = (items: readonly ItemShown[]) =>
    lengthOf(editionMessage({ ...edition, items }, about, place));
  const bare = lengthWith([]);
  const sized = edition.items.map((item) => ({ item, length: lengthWith([item]) - bare }));
  const groups = shareOut(sized, ROOM - bare);
  let before = 0;
  return groups.map((items, i) => {
    const part = { number: i + 1, of: groups.length, before };
    before += items.length;
    return {
      message: editionMessage({ ...edition, items, part }, about, place),
      stories: storiesOf(items),
      part,
    };
  });
}

const storiesOf = (items: readonly ItemShown[]) => items.map(({ story }) => story.id);

type Sized = { readonly item: ItemShown; readonly length: number };

/** As few groups as it takes, in their order; of the ways to do so the one whose longest group is shortest. */
function shareOut(sized: readonly Sized[], room: number): ItemShown[][] {
  const fewest = filled(sized, { room, stories: STORIES });
  const stories = Math.ceil(sized.length / fewest.length);
  for (let less = STEP; less < room; less += STEP) {
    const even = filled(sized, { room: less, stories });
    if (even.length === fewest.length) return even;
  }
  return fewest;
}

function filled(
  sized: readonly Sized[],
  most: { readonly room: number; readonly stories: number },
): ItemShown[][] {
  const groups: ItemShown[][] = [];
  let length = 0;
  for (const one of sized) {
    length += one.length;
    const last = groups.at(-1);
    if (last && last.length < most.stories && length <= most.room) last.push(one.item);
    else {
      groups.push([one.item]);
      length = one.length;
    }
  }
  return groups;
}

function fitted(edition: EditionShown, about: EditionAbout, place: EditionPlace): Message {
  const looks = new Map<StoryId, StoryLook>();
  const show = () =>
    editionMessage(
      edition,
      about,
      place,
      ({ story }) => looks.get(story.id) ?? { length: about.length, isQuoted: true },
    );
  let message = show();
  const last = edition.items.toReversed();
  const still = last.filter(({ revised }) => revised === null);
  const edited = last.filter(({ revised }) => revised !== null);
  for (const some of [still, edited]) {
    for (const look of SHORTER) {
      for (const { story } of some) {
        if (lengthOf(message) <= ROOM) return message;
        looks.set(story.id, look);
        message = show();
      }
    }
  }
  return message;
}

const SHORTER: readonly StoryLook[] = [
  { length: 'short', isQuoted: true },
  { length: 'short', isQuoted: false },
  { length: 'headlines', isQuoted: false },
];
