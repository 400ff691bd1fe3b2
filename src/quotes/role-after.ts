import type { Grammar } from './grammar.ts';
import { OFFICE_VERBS } from './lexicon/occupations.ts';
import { isPlain, isRoleNoun } from './role-nouns.ts';
import type { Token } from './tokens.ts';

/** What stands after a name: "X, the Kremlin spokesman,", "X, 46, a retired clerk", "X, who leads the brigade". */
export function roleAfter(
  list: readonly Token[],
  end: number,
  text: string,
  g: Grammar,
  /** Whether the name is somebody's beyond doubt: then any noun phrase says what they are. */
  certain: boolean,
): string | null {
  const at = afterAge(list, end);
  if (certain) {
    const body = bodyOf(list, at, text, g);
    if (body) return body;
  }
  if (list[at]?.text !== ',') return null;
  return (
    apposition(list, at, text, g) ??
    (certain ? (nounPhrase(list, at, text, g) ?? occupation(list, at, text, g)) : null)
  );
}

/** The comma after "X, 46,", else the one right after the name. */
function afterAge(list: readonly Token[], at: number): number {
  const aged = list[at]?.text === ',' && /^\d{1,3}$/.test(list[at + 1]?.text ?? '');
  return aged && list[at + 2]?.text === ',' ? at + 2 : at;
}

const ARTICLE =
  /^(?:a|an|the|his|her|their|its|our|one|another|der|die|das|ein|eine|el|la|un|una|le|il|uno|une)$/;
const ENDS = /^(?:who|which|said|says|told|whose|where|and|was|is|has|had|que|qui|che|dijo|sagte)$/;

function apposition(list: readonly Token[], at: number, text: string, g: Grammar): string | null {
  let end = at + 1;
  let noun = -1;
  while (end < list.length && end < at + 18) {
    const token = list[end]!;
    if (token.sentence !== list[at]!.sentence || token.kind === 'quote') break;
    if (token.kind === 'punct' && token.text !== '-') break;
    if (noun < 0 && isRoleNoun(token)) noun = end;
    if (end > at + 1 && ENDS.test(token.lower)) break;
    end++;
  }
  if (noun < 0 || noun > at + 9) return null;
  const article = ARTICLE.test(list[at + 1]!.lower);
  const start = article ? at + 2 : at + 1;
  // "X, told a voter", "X, as a candidate": the words go on with the clause.
  const first = list[start]!;
  if (!article && !first.cap && !isPlain(first.lower, g)) return null;
  return start > noun ? null : textOf(list, start, end, text);
}

/** "X, the attendant on duty": an article, a few words without a verb, and the end of the insertion. */
function nounPhrase(list: readonly Token[], at: number, text: string, g: Grammar): string | null {
  if (!ARTICLE.test(list[at + 1]?.lower ?? '')) return null;
  const start = at + 2;
  let end = start;
  let head = start; // behind the last word before a preposition
  while (end < list.length && end - start < 12 && list[end]!.sentence === list[at]!.sentence) {
    const { kind, lower, text: word } = list[end]!;
    if (kind === 'quote') return null;
    if (kind === 'punct' && word !== '-') break;
    if (/^(?:who|whose|which|that|que|qui|che)$/.test(lower)) break;
    if (lower === 'and' || g.be.has(lower) || g.pronouns.has(lower) || HELPERS.test(lower))
      return null;
    if (g.verb(lower)?.form === 'finite') return null;
    if (head === end && !g.prepositions.has(lower)) head = end + 1;
    end++;
  }
  const closed =
    end >= list.length ||
    list[end]!.sentence !== list[at]!.sentence ||
    list[end]!.kind === 'word' ||
    /^[,.;)—–]$/.test(list[end]!.text);
  if (!closed || head === start || end - start >= 12) return null;
  const last = list[head - 1]!;
  if (g.language !== 'de' && last.cap) return null;
  // "X, der früher Schranken kurbelte": in German the article may be a relative pronoun, and the verb ends the clause.
  if (g.language === 'de' && !list[end - 1]!.cap) return null;
  if (
    /(?:[^si]s|ing|ed)$/.test(last.lower) ||
    NO_ROLE.has(last.lower) ||
    NO_ROLE.has(list[start]!.lower)
  )
    return null;
  return textOf(list, start, end, text);
}

const HELPERS = /^(?:has|had|have|will|would|can|could|should|may|might|must|did|does|do)$/;

/** What an apposition to a name can be without saying what somebody is. */
const NO_ROLE = new Set(
  `day week month year time night morning afternoon evening moment hour minute first second third last next same former latter
  one other two three company group union party agency newspaper paper magazine film book song team club ship show city town village country
  state firm government report website programme program number result way reason question kind sort most least more subject`.split(
    /\s+/,
  ),
);

/** "X of the fishing association", "X, of the weavers' guild": a body and not a town, which has no article. */
function bodyOf(list: readonly Token[], at: number, text: string, g: Grammar): string | null {
  const of = list[at]?.text === ',' ? at + 1 : at;
  if (list[of]?.lower !== 'of' || list[of + 1]?.lower !== 'the') return null;
  let end = of + 2;
  while (end < list.length && end < of + 12 && list[end]!.sentence === list[of]!.sentence) {
    const { kind, lower, text: word, cap } = list[end]!;
    const owner = /^['’]$/.test(word) && list[end - 1]!.lower.endsWith('s');
    if (kind === 'quote' || (kind === 'punct' && word !== '-' && !owner)) break;
    // "of the Institute for Coastal Law"
    const binds = /^(?:of|for|and)$/.test(lower) && list[end - 1]!.cap && list[end + 1]?.cap;
    if (!cap && !owner && !binds && (!isPlain(lower, g) || g.prepositions.has(lower))) break;
    end++;
  }
  const last = list[end - 1]!;
  if (end >= of + 12 || end - of < 3 || last.kind !== 'word') return null;
  const isBody = last.cap || BODY.test(last.lower) || hasBody(list, of, end);
  return isBody ? textOf(list, of, end, text) : null;
}

function hasBody(list: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (BODY.test(list[i]!.lower)) return true;
  return false;
}

const BODY =
  /^(?:union|association|group|council|party|club|institute|university|school|college|foundation|agency|board|bank|company|firm|federation|alliance|league|society|charity|guild|committee|department|ministry|office|campaign|cooperative|co-operative|church|trust|team|service|brigade|police|chamber|hospital|museum|authority|commission|network|centre|center)$/;

/** "X, who leads the brigade", in the words of the text. */
function occupation(list: readonly Token[], at: number, text: string, g: Grammar): string | null {
  if (list[at + 1]?.lower !== 'who' || !OFFICE_VERBS.has(list[at + 2]?.lower ?? '')) return null;
  const object = list[at + 3];
  // "who leads Calder by three points", "who leads in the polls"
  if (
    !object ||
    !(
      g.determiners.has(object.lower) ||
      /^(?:for|as|at)$/.test(object.lower) ||
      isPlainObject(list[at + 2]!, object, g)
    )
  )
    return null;
  let end = at + 3;
  while (end < list.length && list[end]!.sentence === list[at]!.sentence && end < at + 13) {
    const { kind, lower, text: word } = list[end]!;
    if (kind === 'quote' || (kind === 'punct' && word !== '-')) break;
    if (/^(?:and|but|who|which|that|when|while|after|before|until|because|since)$/.test(lower))
      break;
    if (lower === 'said' || lower === 'says' || /^(?:race|polls|field|pack)$/.test(lower))
      return null;
    end++;
  }
  return end < at + 13 ? textOf(list, at + 1, end, text) : null;
}

/** "who studies automation": a small word that is no preposition. */
function isPlainObject(verb: Token, object: Token, g: Grammar): boolean {
  return (
    /^(?:studies|teaches|coordinates|coaches|follows|covers|tracks|sells|repairs|keeps|farms|co-founded|founded)$/.test(
      verb.lower,
    ) &&
    object.kind === 'word' &&
    !g.prepositions.has(object.lower) &&
    !g.adverbs.has(object.lower)
  );
}

function textOf(list: readonly Token[], start: number, end: number, text: string): string | null {
  return end > start
    ? text.slice(list[start]!.start, list[end - 1]!.end).replace(/\s+/g, ' ')
    : null;
}
