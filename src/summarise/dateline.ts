const NAMED = String.raw`(?:\p{Lu}[\p{L}.,'’/ -]{0,60})?(?:,? ?\p{Lu}?\p{L}{2,9}\.? \d{1,2}(?:, \d{4})?)? ?`;
const AGENCY = new RegExp(
  // Other names in brackets stand in the middle of sentences too: they need the dash behind them.
  String.raw`^${NAMED}(?:\((?:AP|AFP|AAP|dpa|dpa-AFX|ANSA|EFE|UPI|PTI|ANI|IANS|TASS|Reuters|REUTERS|CNN|CNNMoney|CBS|NBC|ABC|FOX|BBC|NPR|KTLA|Bloomberg|Xinhua|Kyodo|Yonhap|Thomson Reuters Foundation)\)(?:(?: ?(?:[—–-]{1,2}|:))?\s+|(?=\p{Lu}\p{Ll}))|\((?:\p{Lu}{2,6}(?:\/\p{Lu}{2,6})?|\p{Lu}[\p{L} ]{1,20} (?:News|Press|Times|Post))\) ?(?:[—–-]{1,2}|:)\s+)`,
  'u',
);
const PLACE =
  /^(?!FILE |CORRECTS |UPDATES )\p{Lu}{3}[\p{Lu} .'’-]{0,40}(?:, [\p{L}. ]{2,25})?(?:, \p{L}{3,9}\.? \d{1,2})? ?(?:[—–]|--|>>| - )\s*/u;
const CITY_DASH = /^\p{Lu}[\p{L}. ]{2,25}(?:, [\p{L}. ]{2,25})? [—–]{1,2} (?=\p{Lu})/u;

// A headline that ran into the text, with the dateline behind it.
const LATE =
  /^[^.]{0,100}?\p{Lu}{3}[\p{Lu} ]{0,20}(?:, \p{L}{2,12}\.?)? \(\p{Lu}{2,8}\) ?[—–-]{1,2}\s+/u;

/**
 * How many characters of a sentence that opens a paragraph are its dateline ("KYIV, Jan 5 (Reuters) - "), often none.
 * One in small letters, or behind a headline that ran into the text, is looked for in an article's `first` alone.
 */
export function datelineLength(sentence: string, first = true): number {
  const head = sentence.slice(0, 120);
  if (!/[(—–>-]/.test(head)) return 0;
  const match =
    AGENCY.exec(head) ??
    PLACE.exec(head) ??
    (first ? (CITY_DASH.exec(head) ?? LATE.exec(sentence.slice(0, 180))) : null);
  const length = match?.[0].length ?? 0;
  return length < sentence.length ? length : 0;
}
