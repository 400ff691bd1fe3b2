import type { Random } from './random.ts';

const BEGIN = ['Kel', 'Tol', 'Vis', 'Ost', 'Bram', 'Lin', 'Har', 'Mor', 'Sel', 'Dun', 'Fen', 'Gal'];
const MIDDLE = ['mo', 'ra', 'vi', 'do', 'ka', 'lu', 'ne', 'shi', 'ta', 'po'];
const END = ['den', 'mouth', 'sing', 'rand', 'wick', 'ford', 'stad', 'berg', 'holm', 'ton'];

/** Words nobody has used before: stories must not look alike by accident. */
export function inventor(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const word =
        random.pick(BEGIN) + random.pick(MIDDLE) + random.pick(MIDDLE) + random.pick(END);
      if (used.has(word)) continue;
      used.add(word);
      return word;
    }
  };
}

/** A sentence of news about a place, with words and a number of its own. */
export function sentenceOf(place: string, invent: () => string, random: Random): string {
  return `The ${invent().toLowerCase()} of ${place} reached ${random.between(10, 9_000)} ${invent().toLowerCase()} while ${invent()} and ${invent()} waited for the ${invent().toLowerCase()}.`;
}
