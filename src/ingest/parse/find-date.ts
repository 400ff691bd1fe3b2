import { parseDate } from './dates.ts';

// What a written date looks like inside a line; parseDate decides whether it is one.
const SHAPES = [
  String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?`,
  String.raw`\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? ?\d{4}`,
  String.raw`\d{1,2}(?:st|nd|rd|th|\.)?(?: de| of)? \p{L}{3,12}\.?,?(?: de)? ?\d{4}`,
  String.raw`\d{1,2}[./-]\d{1,2}[./-]\d{4}`,
  String.raw`\d{4}[./]\d{1,2}[./]\d{1,2}`,
  String.raw`\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{4}년 ?\d{1,2}월 ?\d{1,2}일`,
];
const DATE = new RegExp(`(?<![\\p{L}\\d/.-])(?:${SHAPES.join('|')})(?![\\p{L}\\d])`, 'giu');
const TIME =
  /^[\s,|•·–—-]*(?:(?:at|à|um|o|alle|às)\s+)?(\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[aApP]\.?[mM]\b\.?)?(?:\s+(?:[A-Z]{2,4}\b|[+-]\d{2}:?\d{2}))?)/;

export type FoundDate = { readonly date: Date; readonly start: number; readonly end: number };

/** The dates written in a line, with the time that follows each; a month and a year alone are none. */
export function findDates(line: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of line.matchAll(DATE)) {
    const end = match.index + match[0].length;
    const time = TIME.exec(line.slice(end));
    const whole = time ? parseDate(`${match[0]} ${time[1] ?? ''}`) : null;
    const date = whole ?? parseDate(match[0]);
    if (date)
      found.push({ date, start: match.index, end: whole && time ? end + time[0].length : end });
  }
  return found;
}
