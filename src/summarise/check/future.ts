import type { Proof } from './evidence.ts';
import type { ReadWord } from './fold.ts';
import type { Support } from './support.ts';

const AHEAD = /^(?:will|won't|shall|may|might|would|could|should|can|'ll|going)$/;
const MEANS_TO =
  /^(?:plan|hope|want|intend|aim|expect|set|due|schedul|promis|threat|offer|propos|about|ready|vow|pledg|is$|are$|was$|were$|be$|been$)/;
// How far in front of its verb a "will" may stand: "will not be fully".
const REACH = 4;

/** Whether the verb at a place is only announced: "will send", "plans to send". */
function isAhead(words: readonly ReadWord[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const folded = words[i]!.folded;
    if (AHEAD.test(folded)) return true;
    if (folded === 'to') {
      return [i - 1, i - 2].some((j) => MEANS_TO.test(words[j]?.folded ?? ''));
    }
    if (!words[i]!.common && !/ly$/.test(folded)) return false;
  }
  return false;
}

const speaksOfLater = (words: readonly ReadWord[]) =>
  words.some(({ folded }) => AHEAD.test(folded) || /^(?:plan|propos)/.test(folded));

/**
 * A verb that the claim tells as done and its sentences only announce: "sent" for "will send". English only; where the
 * claim speaks of anything to come, nothing is known.
 */
export function toldAsDone(words: readonly ReadWord[], { proofs }: Support): string | undefined {
  if (speaksOfLater(words)) return undefined;
  return words.find((word, i) => {
    if (word.common || word.capital || !isPast(word, words[i - 1]?.folded, proofs)) return false;
    const places = proofs.flatMap((proof) =>
      proof.words.flatMap((own, at) => (own.stem === word.stem ? [{ proof, own, at }] : [])),
    );
    return (
      places.length > 0 &&
      places.every(({ proof, own, at }) => own.folded !== word.folded && isAhead(proof.words, at))
    );
  })?.text;
}

/** "Sent", "closed": another form than the source's plain one, and none of the present. */
function isPast(word: ReadWord, before: string | undefined, proofs: readonly Proof[]): boolean {
  if (
    /(?:s|ing|er|ers|ment|ion)$/.test(word.folded) ||
    /^(?:be|being|a|an|the)$/.test(before ?? '')
  )
    return false;
  return !proofs.some((proof) => proof.words.some((own) => own.folded === word.folded));
}
