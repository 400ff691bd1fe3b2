import type { ReadWord } from './fold.ts';

// What one does to another: here it matters who. Stems would do, but few; folded forms of five languages, active ones.
const ACTS: Readonly<Record<string, RegExp>> = {
  en: /^(?:accus|beat|defeat|sue[ds]?$|suing$|attack|bought$|buys?$|buying$|acquir|kill|murder|shot$|shoot|arrest|blam|critici[sz]|condemn|invad|replac|succeed|dismiss|sack|fired$|overtook|overtak|thank|prais|warn|threaten|reject|oppos|insult|betray|robbed$|hit$|outspr|outbid|oust)/,
  de: /^(?:beschuldig|bezichtig|schlug|schlagen|geschlagen|besieg|verklag|griff|angegriffen|kauf|gekauft|tote|getotet|ermord|erschoss|verhaft|kritisier|verurteil|ersetz|abgelost|entlass|entliess|dank|lobt|warn|bedroh|droht|ubernahm|ubernimmt|ubernommen|uberhol|beleidig)/,
  es: /^(?:acus|derrot|venci|gano$|demand|atac|compr|adquir|adquier|mato$|mata|asesin|arrest|detuv|detien|culp|critic|conden|invad|reempl|sustitu|despid|agradec|elogi|advirt|amenaz|rechaz|super)/,
  fr: /^(?:accus|batt|bat$|vainc|attaq|achet|rachet|acquis|tue|assassin|arret|critiq|condamn|envah|remplac|licenci|limog|remerci|menac|averti|rejet|poursui|depass|reproch|insult)/,
  it: /^(?:accus|batt|sconfi|vint|vinse|attacc|compr|acquist|uccis|uccid|assassin|arrest|critic|condann|invad|sostitu|licenzi|ringraz|minacc|avvert|respin|super)/,
};
const PASSIVE: Readonly<Record<string, RegExp>> = {
  en: / (?:is|are|was|were|be|been|being|got) (?:[\p{L}']+ ){0,3}?[\p{L}']+ (?:[\p{L}']+ ){0,3}?by /u,
  de: / (?:wird|werden|wurden?|worden|geworden) .*(?:von|vom|durch) | (?:von|vom|durch) .*(?:wird|werden|wurden?|worden) /u,
  es: / (?:es|son|fue|fueron|sido|ser|siendo|era|eran) .*por /u,
  fr: / (?:est|sont|ete|fut|furent|etre|etait|etaient) .*par /u,
  it: / (?:e|sono|stat[oaie]|viene|vengono|venne|vennero|fu|furono|essere) .*(?:da|dal|dalla|dai|dall'[\p{L}]*) /u,
};

type Told = { readonly words: readonly ReadWord[]; readonly language: string | null };

const codeOf = (language: string | null) => (language ?? 'en').slice(0, 2).toLowerCase();

const isPassive = ({ words, language }: Told) =>
  PASSIVE[codeOf(language)]?.test(` ${words.map((w) => w.folded).join(' ')} `) ?? false;

const actAt = ({ words, language }: Told) =>
  words.findIndex((w) => ACTS[codeOf(language)]?.test(w.folded) && !(w.capital && !w.opens));

/**
 * Whether a translation names who did something and whom it was done to in the other order than its original. Where one
 * of the two is passive and the other is not, it is the same order that is wrong.
 */
export function swapsNames(given: Told, told: Told): boolean {
  const at = actAt(given);
  if (at < 0) return false;
  const spelled = new Map(told.words.map((w, i) => [w.folded, i]));
  const isNamed = (w: ReadWord) => w.capital && !w.common && spelled.has(w.folded);
  const before = given.words.slice(0, at).findLast(isNamed);
  const after = given.words.slice(at + 1).find((w) => isNamed(w) && w.folded !== before?.folded);
  if (!before || !after) return false;
  const straight = spelled.get(before.folded)! < spelled.get(after.folded)!;
  return straight !== (isPassive(given) === isPassive(told));
}

const content = (words: readonly ReadWord[]) =>
  new Set(words.flatMap((w) => (w.common ? [] : [w.stem])));

const ENDS =
  /^(?:of|for|in|after|over|that|with|at|on|to|before|when|while|because|saying|von|wegen|in|nach|dass|de|por|que|pour|par|di|per|che)$/;

/** The words next behind a verb that say whom it is done to, or behind "by" who does it. */
function objectOf(told: Told, at: number): readonly ReadWord[] {
  const rest = told.words.slice(at + 1);
  const from = isPassive(told)
    ? rest.findIndex(({ folded }) => /^(?:by|von|por|par|da)$/.test(folded))
    : -1;
  const behind = rest.slice(from + 1);
  const end = behind.findIndex(({ folded }, i) => i > 0 && ENDS.test(folded));
  return end < 0 ? behind : behind.slice(0, end);
}

/**
 * A verb of a claim whose doer stands behind the same verb in its best sentence, and the other before it: "the authority
 * accused the union" of "the union accused the authority".
 */
export function swapsRoles(claim: Told, source: Told): string | undefined {
  const at = actAt(claim);
  const verb = claim.words[at];
  if (!verb) return undefined;
  const place = source.words.findIndex((w) => w.stem === verb.stem);
  if (place < 0) return undefined;
  const [doer, done] = [content(claim.words.slice(0, at)), content(objectOf(claim, at))];
  const [first, last] = [content(source.words.slice(0, place)), content(objectOf(source, place))];
  const flips = isPassive(claim) !== isPassive(source);
  const [own, other] = flips ? [last, first] : [first, last];
  const onlyIn = (
    some: ReadonlySet<string>,
    here: ReadonlySet<string>,
    there: ReadonlySet<string>,
  ) => [...some].filter((stem) => here.has(stem) && !there.has(stem)).length;
  const straight = onlyIn(doer, own, other) + onlyIn(done, other, own);
  const [wasDone, wasDoer] = [onlyIn(doer, other, own), onlyIn(done, own, other)];
  return wasDone > 0 && wasDoer > 0 && wasDone + wasDoer > straight ? verb.text : undefined;
}
