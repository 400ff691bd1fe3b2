import type { Grammar } from './grammar.ts';
import { ROLE_NOUNS } from './lexicon/names.ts';
import { isNation } from './nations.ts';
import { isCommonOpener } from './openers.ts';
import type { Phrase } from './phrases.ts';
import { isCompoundOffice, isPlain, isRoleNoun } from './role-nouns.ts';
import type { Token } from './tokens.ts';

/** What stands before the name: "Pentagon Press Secretary", "Putin spokesman". */
export function roleAhead(
  list: readonly Token[],
  run: Phrase,
  titles: Phrase | undefined,
  g: Grammar,
): string | null {
  let start = titles ? titles.start : run.start;
  const end = titles ? titles.end : run.start;
  let noun = titles !== undefined && hasRoleNoun(list, titles.start, titles.end);
  let plain = 0; // "flight director": the words before the noun that are no titles themselves
  for (let i = start - 1; i >= Math.max(0, start - 6); i--) {
    const token = list[i]!;
    if (token.kind !== 'word' || token.sentence !== list[run.start]!.sentence) break;
    const role = isRoleNoun(token);
    const owner = token.lower === "'s" || token.lower === '’s';
    if (!noun && !role) break;
    noun = true;
    if (
      !role &&
      !token.cap &&
      !owner &&
      !MODIFIERS.has(token.lower) &&
      (!isPlain(token.lower, g) || ++plain > 2)
    )
      break;
    start = i;
  }
  if (!noun || start >= end) return null;
  while (
    start < end &&
    (isCommonOpener(list[start]!.lower) || g.possessives.has(list[start]!.lower))
  )
    start++;
  return start < end ? joined(list, start, end) : null;
}

const MODIFIERS = new Set(
  'former deputy senior chief longtime veteran political foreign press campaign vice top national state party communications policy then fellow presidential republican democratic'.split(
    ' ',
  ),
);

function hasRoleNoun(list: readonly Token[], start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if (
      ROLE_NOUNS.has(list[i]!.lower.replace(/\.$/, '')) ||
      isCompoundOffice(list[i]!) ||
      /^(?:sen|rep|gov|gen|lt|col|capt|sgt|adm|maj|dr|prof)\.?$/.test(list[i]!.lower)
    )
      return true;
  return false;
}

/** What a verb's subject says of the one it names, in front of the name: "shift supervisor Nora Whitby", "die Ingenieurin Nora Whitby". */
export function roleInSubject(
  list: readonly Token[],
  subject: Phrase,
  name: Phrase,
  g: Grammar,
): string | null {
  let start = subject.start;
  while (
    start < name.start &&
    (g.determiners.has(list[start]!.lower) || g.possessives.has(list[start]!.lower))
  )
    start++;
  const count = name.start - start;
  if (count < 1 || count > 4) return null;
  for (let i = start; i < name.start; i++) {
    const token = list[i]!;
    const owner = token.lower === "'s" || token.lower === '’s';
    if (token.kind !== 'word' || (!owner && !token.cap && !isPlain(token.lower, g))) return null;
  }
  const head = list[name.start - 1]!;
  if (/^['’]s$/.test(head.lower)) return null;
  // The first word of a sentence is capital whatever it is; elsewhere a capital word is rather a part of the name.
  const opens = list[start - 1]?.sentence !== head.sentence && count === 1;
  if (g.language === 'de' ? isNation(head.lower) : head.cap && !opens) return null;
  // A single word may be an adjective: "the brusque Pat Quill".
  if (count === 1 && g.language !== 'de' && !namesSomebody(head)) return null;
  return NO_HEAD.has(head.lower) ? null : joined(list, start, name.start);
}

function namesSomebody(head: Token): boolean {
  return isRoleNoun({ ...head, cap: false }) || (!head.cap && AGENT.test(head.lower));
}

const AGENT = /(?:er|or|ist|ian|ant|man|woman|eer|ess|ee|smith|wright|hand|mate)$/;

/** Adjectives that stand before names. */
const NO_HEAD = new Set(
  'young little poor dear defiant angry furious proud weary happy jubilant reluctant cautious embattled outgoing incoming late fellow alleged former longtime veteran rival versus rookie republican democrat democratic'.split(
    ' ',
  ),
);

/** "Its head, Ines Calder, said": what stands before a name between commas. */
export function roleBeforeComma(
  list: readonly Token[],
  run: Phrase,
  text: string,
  g: Grammar,
): string | null {
  if (list[run.start - 1]?.text !== ',') return null;
  const after = list[run.end];
  const closed =
    !after || after.sentence !== list[run.start]!.sentence || /^[,.]$/.test(after.text);
  if (!closed) return null;
  const end = run.start - 1;
  for (let i = end - 1; i >= Math.max(0, end - 7); i--) {
    const token = list[i]!;
    const own = token.lower === "'s" || token.lower === '’s';
    if (token.kind !== 'word' || token.sentence !== list[end]!.sentence) return null;
    const opens = g.determiners.has(token.lower) || g.possessives.has(token.lower);
    if (!opens && !own && !token.cap && !isPlain(token.lower, g)) return null;
    if (!opens) continue;
    if (/^(?:an?|some|any|every|each|no|this|that|ein|eine|un|una|une)$/.test(token.lower))
      return null;
    return i + 1 < end && isRoleNoun(list[end - 1]!)
      ? text.slice(list[i + 1]!.start, list[end - 1]!.end).replace(/\s+/g, ' ')
      : null;
  }
  return null;
}

function joined(list: readonly Token[], start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i++)
    out += (i > start && list[i]!.start > list[i - 1]!.end ? ' ' : '') + list[i]!.text;
  return out;
}
