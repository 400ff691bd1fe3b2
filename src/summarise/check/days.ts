import { type DateInText, datesIn, type When } from '../dates.ts';

// Behind these words `datesIn` leaves a date out, since it bounds something: for a check it counts all the same.
const BOUNDS =
  /(?<![\p{L}])(?:since|until|till|before|after|by|through|from|as of|between|than|prior to|seit|bis|vor|nach|ab|zum|spätestens|von|desde|hasta|antes del?|después del?|tras|depuis|jusqu['’]au|jusqu['’]en|avant|après|dal|fino al?|prima del|dopo|sinds|tot|voor|na)(?=\s)/giu;

/** The dates of a text that can be placed, also those that only bound something ("since 12 May"). */
export function datesMeant(text: string, language: string | null, when: When): DateInText[] {
  return datesIn(
    text.replace(BOUNDS, (word) => '·'.repeat(word.length)),
    language,
    when,
  );
}

/** Whether one of the source's dates is the claimed one, or lies in the claimed month, or is the claimed day's month. */
export function isDated(claimed: string, given: ReadonlySet<string>): boolean {
  if (given.has(claimed)) return true;
  for (const date of given) if (date.startsWith(`${claimed}-`)) return true;
  return false;
}
