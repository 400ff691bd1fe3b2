import { isLight } from './question-words.ts';
import { hasVerb } from './verbs.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const WHO = words('who wer quién quiénes qui chi');
const HELPING = words(
  'is are was were has have had been did does do will would can could should may might hat haben ist sind war wird wurde wurden ha han fue fueron est a ont',
);
const DOING = words('did does do will would can could should may might must');
const DONE = words('was were is are been be has have had get gets got');
// Behind these a word that tells something is what they do.
const SOMEBODY = words(
  'anyone anybody anything everyone everybody someone somebody something nobody people they he she it we you there',
);
const AGAIN = words('again now still yet already today back');
const DETERMINING = words(
  'the a an its his her their my our your this that these those of in on at for from by with to new first last no more most',
);
const PARTICIPLE =
  /(?:ed|en|wn|ought|aught)$|^(?:built|sent|spent|lent|held|told|sold|paid|made|hung|struck|shot|lost|found|born|torn|worn|won|led|fed|shut|cut|hit|hurt|put|set|read|begun|sung|rung)$/;
const PAST =
  /^(?:fell|ran|fought|sat|sank|broke|stole|wrote|sang|swam|drove|flew|chose|rose|grew|threw|spoke|bought|taught|caught)$/;

/**
 * The word on which a question turns: "designed" in "who designed the bridge", "leave" in "why did she leave the hall",
 * "built" in "when was the house built". `plain` are the words of `text`. Null where their order does not tell.
 */
export function cruxOf(
  plain: readonly string[],
  terms: readonly string[],
  names: ReadonlySet<string>,
  language: string,
  text: string,
): string | null {
  const owned = new Set(
    [...text.toLowerCase().matchAll(/['’]s?\s+(\p{L}+)/gu)].map(([, word]) => word!),
  );
  const may = (w: string) => terms.includes(w) && !names.has(w) && !isLight(w);
  const who = plain.findIndex((w) => WHO.has(w));
  if (language === 'de') {
    const last = plain.at(-1) ?? '';
    const isPast =
      plain.some((w) => HELPING.has(w)) && /^(?:\p{L}{2,4})?ge\p{L}+(?:t|en)$|iert$/u.test(last);
    if (isPast) return may(last) ? last : null;
    return who >= 0 && may(plain[who + 1] ?? '') ? plain[who + 1]! : null;
  }
  if (who >= 0) {
    let at = who + 1;
    while (HELPING.has(plain[at] ?? '') || /^(?:t|il|elle)$/.test(plain[at] ?? '')) at++;
    const first = plain[at] ?? '';
    // "who is the mayor": what stands behind an article is a noun.
    if (at === who + 1 || DONE.has(plain[who + 1]!)) return may(first) ? first : null;
  }
  if (language !== 'en') return null;
  const doing = plain.findIndex((w) => DOING.has(w));
  if (doing >= 0) {
    const done = plain.findIndex((w, i) => i > doing && SOMEBODY.has(w)) + 1;
    if (done > 0 && may(plain[done] ?? '')) return plain[done]!;
    const verb = plain.find(
      (w, i) =>
        i > doing + 1 && may(w) && !DETERMINING.has(plain[i - 1]!) && hasVerb(`they ${w} it`),
    );
    // Behind a name, and where nothing else is asked, any word is the verb: no list holds all of them.
    const others = terms.filter(may);
    return (
      verb ??
      plain.find(
        (w, i) =>
          i > doing + 1 &&
          may(w) &&
          !owned.has(w) &&
          !DETERMINING.has(plain[i - 1]!) &&
          (names.has(plain[i - 1]!) || others.length === 1),
      ) ??
      null
    );
  }
  const done = plain.findIndex((w) => DONE.has(w));
  if (done < 0) {
    // "How many people died", "which teacher banned": who does it is asked.
    const isPast = (w: string) => PARTICIPLE.test(w) || PAST.test(w);
    return (
      plain.find((w, i) => i > 0 && may(w) && isPast(w) && !DETERMINING.has(plain[i - 1]!)) ?? null
    );
  }
  const past = plain.filter(
    (w, i) => i > done && may(w) && PARTICIPLE.test(w) && !DETERMINING.has(plain[i - 1]!),
  );
  if (past.length > 0 || done > 0) return past.at(-1) ?? null;
  // "Is anything broken", "is the painting back": what is said of it stands behind it.
  const some = plain.findIndex((w) => SOMEBODY.has(w)) + 1;
  const at = some > 0 ? some : plain.findLastIndex((w) => !AGAIN.has(w));
  return at > 1 && may(plain[at] ?? '') && !DETERMINING.has(plain[at - 1]!) ? plain[at]! : null;
}
