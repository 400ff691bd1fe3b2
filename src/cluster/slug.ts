/** An address's page name has to have this many words to be a headline in short. */
const LEAST_WORDS = 3;

/**
 * The words that a publisher put into an article's address, mostly its headline before it was shortened:
 * `…/2014/03/10/neighbors-movie-trailer_n_49317.html` has `neighbors movie trailer`. Empty where there are none.
 */
export function slugOf(url: string | null): string {
  if (url === null) return '';
  const path = url.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  let best: string[] = [];
  for (const part of path.split('/')) {
    const words = part
      .replace(/\.\w{2,5}$/, '')
      .split(/[-_+.,]|%20/)
      // Numbers and mixtures of digits and letters are the publisher's own marks.
      .filter((word) => /^\p{L}{2,}$/u.test(word));
    if (words.length > best.length) best = words;
  }
  return best.length < LEAST_WORDS ? '' : best.join(' ');
}
