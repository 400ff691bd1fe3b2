import type { Concept } from './concept.ts';
import { type Concepts, conceptsIn, untold } from './concepts.ts';
import type { Evidence, Proof } from './evidence.ts';
import type { ReadWord } from './fold.ts';
import type { Support } from './support.ts';

const read = new WeakMap<Proof, Concepts>();

function conceptsOf(proof: Proof, language: string | null): Concepts {
  const concepts = read.get(proof) ?? conceptsIn(proof.words, language);
  read.set(proof, concepts);
  return concepts;
}

const isGrave = ({ grave, stated }: Concept) => grave === true || stated === true;

/**
 * A word of a claim that tells of a death, a crime or the like, where no sentence that shares a word with the claim
 * does: no plain rewording puts that in.
 */
export function graver(
  words: readonly ReadWord[],
  sources: readonly Evidence[],
  language: string | null,
): string | undefined {
  const concepts = conceptsIn(words, language);
  if (!untold(concepts, [], isGrave)) return undefined;
  const content = words.filter((w) => !w.common).map((w) => w.stem);
  const near = sources.flatMap(({ proofs, article }) =>
    proofs
      .filter((proof) => content.some((stem) => proof.stems.has(stem)))
      .map((proof) => conceptsOf(proof, article.language)),
  );
  const titles = sources.map(({ title, article }) => conceptsIn(title, article.language));
  const more = untold(
    concepts,
    [...near, ...titles].map(({ meant }) => meant),
    isGrave,
  );
  return more && words[more.at]?.text;
}

/** "Hurt" where the sentence that says most of it has "unhurt", or the other way round. */
export function unsaid(words: readonly ReadWord[], { proofs }: Support): string | undefined {
  const told = new Set(proofs.flatMap((proof) => proof.words.map((w) => w.folded)));
  const best = new Set(proofs[0]?.words.map((w) => w.folded) ?? []);
  return words.find(({ folded, common }) => {
    if (common || folded.length < 4 || told.has(folded)) return false;
    return best.has(`un${folded}`) || (folded.startsWith('un') && best.has(folded.slice(2)));
  })?.text;
}
