import type { Concept } from './concept.ts';
import { CONCEPTS } from './concept-words.ts';
import type { ReadWord } from './fold.ts';

/** What a text speaks of, as far as that is in the table, and where. */
export type Concepts = {
  /** The words that tell a concept, by their number in the text, in their order. */
  readonly told: readonly { readonly concept: string; readonly at: number }[];
  /** What it tells, also in words such as "bodies" for a death. */
  readonly meant: ReadonlySet<string>;
  /** What it may be told by in another language: "breach" is a "Verletzung", as a wound is. */
  readonly allowed: ReadonlySet<string>;
};

type Patterns = {
  readonly concept: string;
  readonly tells: RegExp | null;
  readonly means: RegExp | null;
  readonly hints: RegExp | null;
};
const compiled = new Map<string, readonly Patterns[]>();

/** "raub*" is every word that begins so, "ums_leben" two words in a row, "trat~zuruck" two with others between them. */
function patternOf(list: string): RegExp | null {
  const words = list.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  const alternatives = words.map((word) =>
    word.replace(/\*/g, "[\\p{L}']*").replace(/_/g, ' ').replace(/~/g, "(?: [\\p{L}\\d']+){0,12} "),
  );
  return new RegExp(`(?<= )(?:${alternatives.join('|')})(?= )`, 'gu');
}

function patternsIn(language: string) {
  const kept = compiled.get(language);
  if (kept) return kept;
  const patterns = Object.entries<Concept>(CONCEPTS).map(([concept, { words }]) => {
    const [tells = '', means = '', hints = ''] = (words[language] ?? '').split('|');
    return {
      concept,
      tells: patternOf(tells),
      means: patternOf(means),
      hints: patternOf(hints),
    };
  });
  compiled.set(language, patterns);
  return patterns;
}

/** The concepts of a text in English, German, Spanish, French or Italian; none in another language. */
export function conceptsIn(words: readonly ReadWord[], language: string | null): Concepts {
  const starts = new Map<number, number>();
  let text = ' ';
  for (const [i, { folded }] of words.entries()) {
    starts.set(text.length, i);
    text += `${folded} `;
  }
  const told: { concept: string; at: number }[] = [];
  const meant = new Set<string>();
  const allowed = new Set<string>();
  for (const { concept, tells, means, hints } of patternsIn(
    (language ?? 'en').slice(0, 2).toLowerCase(),
  )) {
    for (const match of tells ? text.matchAll(tells) : []) {
      told.push({ concept, at: starts.get(match.index) ?? 0 });
      meant.add(concept);
    }
    // Global patterns keep their place between calls of `test`; `search` has none.
    if (means && text.search(means) >= 0) meant.add(concept);
    if (meant.has(concept) || (hints && text.search(hints) >= 0)) allowed.add(concept);
  }
  return { told: told.sort((a, b) => a.at - b.at), meant, allowed };
}

/** Something a text tells that the texts it is held against neither tell nor hint at, among the concepts that `asked` names. */
export function untold(
  { told }: Concepts,
  given: readonly ReadonlySet<string>[],
  asked: (concept: Concept) => boolean,
): { readonly concept: string; readonly at: number } | undefined {
  return told.find(
    ({ concept }) => asked(CONCEPTS[concept]!) && !given.some((one) => one.has(concept)),
  );
}
