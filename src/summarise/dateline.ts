const AGENCY =
  /^(?:\p{Lu}[\p{L}.,'’/ -]{0,60})?(?:,? ?\p{Lu}?\p{L}{2,9}\.? \d{1,2}(?:, \d{4})?)? ?\((?:AP|AFP|AAP|dpa|dpa-AFX|ANSA|EFE|UPI|PTI|ANI|IANS|TASS|Reuters|REUTERS|CNN|CNNMoney|CBS|NBC|ABC|FOX|BBC|NPR|KTLA|Bloomberg|Xinhua|Kyodo|Yonhap|Thomson Reuters Foundation|\p{Lu}{2,6}(?:\/\p{Lu}{2,6})?|[\p{Lu}][\p{L} ]{1,20} (?:News|Press|Times|Post))\)(?: ?(?:[—–-]{1,2}|:))?\s+/u;
const PLACE =
  /^\p{Lu}{3}[\p{Lu} .'’-]{0,40}(?:, [\p{L}. ]{2,25})?(?:, \p{L}{3,9}\.? \d{1,2})? ?(?:[—–]|--| - )\s*/u;
const CITY_DASH = /^\p{Lu}[\p{L}. ]{2,25}(?:, [\p{L}. ]{2,25})? [—–]{1,2} (?=\p{Lu})/u;

// A headline that ran into the text, with the dateline behind it.
const LATE =
  /^[^.]{0,100}?\p{Lu}{3}[\p{Lu} ]{0,20}(?:, \p{L}{2,12}\.?)? \(\p{Lu}{2,8}\) ?[—–-]{1,2}\s+/u;

/** How many characters of a first sentence are its dateline ("KYIV, Jan 5 (Reuters) - "), often none. */
export function datelineLength(sentence: string): number {
  const head = sentence.slice(0, 120);
  const match =
    AGENCY.exec(head) ??
    PLACE.exec(head) ??
    CITY_DASH.exec(head) ??
    LATE.exec(sentence.slice(0, 180));
  const length = match?.[0].length ?? 0;
  return length < sentence.length ? length : 0;
}
