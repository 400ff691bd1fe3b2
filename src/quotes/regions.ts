import type { Span } from '../text/span.ts';
import { doubleMarks, type Mark, singleMarks } from './marks.ts';
import { isSpace, paragraphsOf } from './paragraphs.ts';

/** A stretch between quote marks. `start` and `end` leave the marks out, `open` and `close` take them in. */
export type Region = Span & {
  readonly open: number;
  readonly close: number;
  /** Index into the text's paragraphs. */
  readonly paragraph: number;
  /**
   * `closed`: by its own kind of mark. `turned`: by a mark that usually opens. `paragraph`: the next paragraph goes on with the same
   * words. `lost`: the closing mark is missing.
   */
  readonly ended: 'closed' | 'turned' | 'paragraph' | 'lost';
  /** The words go on from the quote that ended the paragraph before. */
  readonly continues: boolean;
};

const SAYS =
  /[,.!?…]\s+(?:(?:he|she|they|[\p{Lu}][\p{L}.'’-]+(?:\s[\p{Lu}][\p{L}.'’-]+){0,3})\s+)?(?:said|says|told|added|wrote)\b/u;

/**
 * The quoted stretches of a text in order. Double marks are read where there are any; single ones where the text speaks in them, as
 * British papers do. Marks are paired within a paragraph: a forgotten one harms no other.
 */
export function regionsOf(
  text: string,
  paragraphs: readonly Span[] = paragraphsOf(text),
): Region[] {
  const doubles = pairAll(text, paragraphs, doubleMarks(text));
  if (doubles.length > 0 && !/[\s(][‘']\p{L}/u.test(text)) return doubles;
  const singles = pairAll(text, paragraphs, singleMarks(text)).filter(
    (r) => r.ended === 'closed' || r.ended === 'paragraph',
  );
  return speaksInSingles(text, singles, doubles) ? singles : doubles;
}

/** Whether utterances stand between single marks, and double ones only inside them. */
function speaksInSingles(
  text: string,
  singles: readonly Region[],
  doubles: readonly Region[],
): boolean {
  const utterances = singles.filter(
    (r) =>
      /[,.?!]$/.test(text.slice(r.start, r.end)) &&
      text.slice(r.start, r.start + 200).split(' ').length >= 4,
  );
  if (utterances.length === 0) return false;
  let s = 0;
  return doubles.every((double) => {
    while (s < singles.length && singles[s]!.close <= double.open) s++;
    const single = singles[s];
    return single !== undefined && single.open < double.open && double.close < single.close;
  });
}

function pairAll(text: string, paragraphs: readonly Span[], marks: readonly Mark[]): Region[] {
  const regions: Region[] = [];
  let next = 0;
  let carried = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const from = next;
    while (next < marks.length && marks[next]!.start < paragraph.end) next++;
    const following = paragraphs[index + 1];
    const upcoming = following && marks[next];
    const room: Room = {
      text,
      paragraph,
      index,
      marks: marks.slice(from, next),
      carried,
      following,
      upcoming,
    };
    carried = from < next && pair(room, regions);
  }
  return regions;
}

type Room = {
  readonly text: string;
  readonly paragraph: Span;
  readonly index: number;
  readonly marks: readonly Mark[];
  /** The paragraph before ended inside a quote that goes on here. */
  readonly carried: boolean;
  readonly upcoming: Mark | undefined;
  readonly following: Span | undefined;
};

/** Pairs the marks of one paragraph; true if its last quote goes on in the next. */
function pair(room: Room, regions: Region[]): boolean {
  const { text, paragraph, index, marks } = room;
  let open: { mark: number; start: number } | undefined;
  let depth = 0;
  const close = (end: number, outer: number, ended: Region['ended']) => {
    const from = open!;
    open = undefined;
    depth = 0;
    let [start, stop] = [from.start, end];
    while (start < stop && isSpace(text.charCodeAt(start))) start++;
    while (stop > start && isSpace(text.charCodeAt(stop - 1))) stop--;
    if (start === stop) return;
    regions.push({
      start,
      end: stop,
      open: from.mark,
      close: outer,
      paragraph: index,
      ended,
      continues: room.carried && from.mark === paragraph.start,
    });
  };
  const first = marks[0];
  if (room.carried && first && first.start > paragraph.start && first.closes && !first.opens) {
    open = { mark: paragraph.start, start: paragraph.start };
  }
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    if (!open) {
      if (mark.opens) open = { mark: mark.start, start: mark.end };
      continue;
    }
    if (mark.opens && !mark.closes) {
      if (isNested(marks, i, depth)) depth++;
      else {
        close(mark.start, mark.start, 'lost');
        open = { mark: mark.start, start: mark.end };
      }
      continue;
    }
    if (!mark.closes) continue;
    if (depth > 0) {
      depth--;
      continue;
    }
    // A turned mark that sticks to the word before it is a slip of the hand; one that stands off has lost its place.
    close(
      mark.start,
      mark.end,
      mark.turned && isSpace(text.charCodeAt(mark.start - 1)) ? 'turned' : 'closed',
    );
  }
  if (!open) return false;
  const { upcoming, following } = room;
  const goesOn =
    following !== undefined &&
    upcoming !== undefined &&
    upcoming.start < following.end &&
    ((upcoming.start === following.start && upcoming.opens) ||
      (upcoming.start > following.start && upcoming.closes && !upcoming.opens));
  if (goesOn) {
    close(paragraph.end, paragraph.end, 'paragraph');
    return true;
  }
  const rest = SAYS.exec(text.slice(open.start, paragraph.end));
  const end = rest ? open.start + rest.index + 1 : paragraph.end;
  close(end, end, 'lost');
  return false;
}

/** Whether an opening mark inside a quote opens a quote in it (two closing marks follow) or the closing one before it was forgotten. */
function isNested(marks: readonly Mark[], at: number, depth: number): boolean {
  let balance = depth + 2;
  for (let i = at + 1; i < marks.length && i < at + 12; i++) {
    const mark = marks[i]!;
    if (mark.closes) balance--;
    else if (mark.opens) balance++;
    if (balance === 0) return true;
    if (balance === 1 && mark.closes && marks[i + 1]?.opens && !marks[i + 1]?.closes) return false;
  }
  return false;
}
