import type { Grammar } from './grammar.ts';
import { ROLE_NOUNS } from './lexicon/names.ts';
import { isCommonOpener } from './names.ts';
import type { Phrase } from './phrases.ts';
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
    const role = ROLE_NOUNS.has(token.lower);
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
  while (start < end && isCommonOpener(list[start]!.lower)) start++;
  return start < end ? joined(list, start, end) : null;
}

/** A noun or an adjective, as far as one can tell: no small word and no verb that reports. */
function isPlain(word: string, g: Grammar): boolean {
  if (
    g.verb(word)?.form === 'finite' ||
    g.prepositions.has(word) ||
    g.breaks.has(word) ||
    g.adverbs.has(word)
  )
    return false;
  return word.length > 3 && !isCommonOpener(word) && !/(?:ed|ly|ing)$/.test(word);
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
      /^(?:sen|rep|gov|gen|lt|col|capt|sgt|adm|maj|dr|prof)\.?$/.test(list[i]!.lower)
    )
      return true;
  return false;
}

/** What stands after the name between commas: "X, the Kremlin spokesman,". */
export function roleAfter(list: readonly Token[], at: number, text: string): string | null {
  if (list[at]?.text !== ',') return null;
  let end = at + 1;
  let noun = -1;
  while (end < list.length && end < at + 18) {
    const token = list[end]!;
    if (token.sentence !== list[at]!.sentence || token.kind === 'quote') break;
    if (token.kind === 'punct' && token.text !== '-') break;
    if (noun < 0 && ROLE_NOUNS.has(token.lower)) noun = end;
    if (/^(?:who|which|said|says|told|whose|where|and|was|is|has|had)$/.test(token.lower)) break;
    end++;
  }
  if (noun < 0 || noun > at + 9) return null;
  let start = at + 1;
  if (
    /^(?:a|an|the|his|her|their|its|our|one|another|der|die|el|la|le|il)$/.test(list[start]!.lower)
  )
    start++;
  if (start > noun) return null;
  return text.slice(list[start]!.start, list[end - 1]!.end).replace(/\s+/g, ' ');
}

function joined(list: readonly Token[], start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i++)
    out += (i > start && list[i]!.start > list[i - 1]!.end ? ' ' : '') + list[i]!.text;
  return out;
}
