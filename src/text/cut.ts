// Making long words fit. Nothing is ever cut inside what a reader sees as one letter.
const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Pieces of at most `max` UTF-16 units that make up the text again when they are joined. Breaks stand after white
 * space; inside a word (or a letter that is longer than `max`) only where there is no other way.
 */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const at = breakBefore(rest, max);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return rest ? [...pieces, rest] : pieces;
}

/** The text itself, or as much of it as fits into `max` UTF-16 units with an ellipsis at the end. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, breakBefore(text, max - 1)).trimEnd()}…`;
}

function breakBefore(text: string, max: number): number {
  const head = text.slice(0, max + 1);
  const space = head.search(/\s\S*$/u);
  // A word that fills more than half of the room is broken: else little would stand before it.
  if (space >= max / 2 && space < max) return space + 1;
  let at = 0;
  // Marks that belong to the last letter stand behind it: some more are looked at than fit.
  for (const { index, segment } of GRAPHEMES.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    at = index + segment.length;
  }
  if (at > 0) return at;
  const isPair = /[\uD800-\uDBFF]/.test(text[max - 1] ?? '');
  return isPair && max > 1 ? max - 1 : max;
}
