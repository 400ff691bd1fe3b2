import type { Ref } from '../../news/article.ts';
import type { Claim } from '../../news/digest.ts';
import { isAttributed, marksBalance } from '../attribution.ts';
import { isDispute } from '../disputed.ts';
import { tidy } from '../prose.ts';
import type { Sentence } from '../sentence.ts';
import { isFirstPerson } from '../tellable.ts';
import { isPresentable, type Verdict } from './claim.ts';
import type { Reading } from './reading.ts';

const QUOTED = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;
// Behind these a sentence takes back or narrows what it said before them.
const TURNS =
  /^[\s,;:–—-]*(?:but|unless|except|without|rather than|instead of|although|though|not|if)(?![\p{L}])/iu;

type Taken = { readonly ref: Ref; readonly shown: string; readonly sentence: Sentence };

/**
 * Whether a text that consists of the sentences its refs point at may be shown. Such words need no proof: what can be
 * wrong with them is their form, that they do not belong to the story, or that what they were cut from said who claims
 * them. Undefined where the text is anything else than those sentences, whole or cut at their ends.
 */
export function checkOwnWords({ text, refs }: Claim, reading: Reading): Verdict | undefined {
  const taken = consume(text, refs, reading);
  if (!taken) return undefined;
  const unfit = isPresentable(text);
  if (unfit) return unfit;
  for (const { ref, shown, sentence } of taken) {
    if (isFirstPerson(shown.replace(QUOTED, ' '))) return fails('order');
    if (!reading.mayStand(sentence)) return fails('unsupported');
    const cut = ref.end < sentence.end ? misses(sentence, ref) : undefined;
    if (cut) return fails(cut);
  }
  return { holds: true, refs, tellers: new Set() };
}

const fails = (reason: 'order' | 'unsupported' | 'unattributed' | 'negation'): Verdict => ({
  holds: false,
  reason,
  what: null,
});

/** The sentences that a text is made of, one behind the other. */
function consume(text: string, refs: readonly Ref[], reading: Reading): Taken[] | undefined {
  const known = refs.flatMap((ref) => takenAt(ref, reading));
  const taken: Taken[] = [];
  let rest = text;
  while (rest) {
    const next = known
      .filter(({ shown }) => rest === shown || rest.startsWith(`${shown} `))
      .sort((a, b) => b.shown.length - a.shown.length)[0];
    if (!next) return undefined;
    taken.push(next);
    rest = rest.slice(next.shown.length).trimStart();
  }
  return taken;
}

function takenAt(ref: Ref, reading: Reading): Taken[] {
  const sentence = reading.sentencesAt(ref).find((s) => s.start === ref.start);
  if (!sentence || ref.end > sentence.end || ref.end <= ref.start) return [];
  const words = tidy(sentence.text.slice(0, ref.end - ref.start));
  const isCut = ref.end < sentence.end;
  if (isCut && /^[\p{L}\p{N}]/u.test(sentence.text.slice(ref.end - ref.start))) return [];
  return [{ ref, shown: isCut ? `${words}.` : words, sentence }];
}

/** What a beginning lost with the rest of its sentence: who says it, that somebody denies it, or its limits. */
function misses({ text }: Sentence, { start, end }: Ref) {
  const head = text.slice(0, end - start);
  const tail = text.slice(end - start);
  if (isAttributed(text) && !isAttributed(head)) return 'unattributed';
  if ((isDispute(text) && !isDispute(head)) || !marksBalance(head)) return 'unattributed';
  return TURNS.test(tail) ? 'negation' : undefined;
}
