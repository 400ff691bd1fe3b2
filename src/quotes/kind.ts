import type { Quote } from '../news/quote.ts';
import { isSpace } from './paragraphs.ts';
import type { Region } from './regions.ts';
import { startsUpper } from './shapes.ts';

/**
 * `direct` for a statement on its own, `mixed` for words inside the reporter's sentence. A statement is set off by punctuation before it and
 * ends with some of its own, or begins with a capital and is no mere phrase (right for 92 % of polnear-train).
 */
export function kindOf(text: string, region: Region): Quote['kind'] {
  const inner = text.slice(region.start, region.end);
  const upper = startsUpper(inner);
  const long = inner.slice(0, 200).split(/\s+/).length >= 5;
  const ends = /[,.?!…]$/.test(inner);
  let at = region.open;
  let line = false;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) if (text[--at] === '\n') line = true;
  const setOff = at === 0 || line || /[,:.?!"”»'’—–-]/.test(text[at - 1]!);
  const direct = (setOff && ends && (upper || long)) || (upper && long && (setOff || ends));
  return direct ? 'direct' : 'mixed';
}
