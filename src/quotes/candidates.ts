import type { Event } from './event.ts';
import type { Phrase } from './phrases.ts';
import { headOf, type Reading } from './reading.ts';
import { endShape, sizeOf, startsUpper } from './shapes.ts';
import { lastLetter, type Token } from './tokens.ts';

/** By which way of attributing somebody may be the speaker of a quote. */
export type Pattern =
  | 'before' // X said, “…”
  | 'main' // X …, adding that “…”: the sentence's subject
  | 'after' // “…,” X said; “…,” said X
  | 'around' // X “…” said
  | 'next' // “…?” X asked.
  | 'previous' // X explained it. “…”
  | 'previous-topic' // the subject of the sentence before
  | 'above' // X explained: ¶ “…”
  | 'above-topic'
  | 'chain' // “…,” X said. “…”
  | 'forward' // “…” ¶ “…,” X said.
  | 'topic' // X is what the sentence is about
  | 'name'; // X is the nearest name

/** Somebody who may have said the words of a quote. */
export type Candidate = {
  readonly pattern: Pattern;
  readonly subject: Phrase;
  readonly event: Event | undefined;
  /** What speaks for and against it, as names that the model has weights for. */
  readonly features: readonly string[];
};

/** A quote with what every pattern looks at. */
export type Scene = {
  readonly r: Reading;
  readonly index: number;
  /** Its token, and the bounds of its sentence. */
  readonly t: number;
  readonly token: Token;
  readonly from: number;
  readonly to: number;
  readonly end: ReturnType<typeof endShape>;
  readonly upper: boolean;
  /** It begins its sentence. */
  readonly starts: boolean;
  /** It is its sentence. */
  readonly whole: boolean;
};

export function sceneOf(r: Reading, index: number): Scene {
  const region = r.regions[index]!;
  const { list, sentenceStart, ofRegion } = r.tokens;
  const t = ofRegion[index]!;
  const token = list[t]!;
  const from = sentenceStart[token.sentence]!;
  const to = sentenceStart[token.sentence + 1]!;
  return {
    r,
    index,
    t,
    token,
    from,
    to,
    end: endShape(lastLetter(r.text, region.start, region.end)),
    upper: startsUpper(r.text.slice(region.start, region.start + 40)),
    starts: t === from,
    whole: t === from && t === to - 1,
  };
}

/** Words that a clause may begin with but nobody is called by. */
const NO_SPEAKERS = new Set(
  `that this these those there do does did what why how here so then now yes no all both each will can let if when to as not too just
  more most even 's ’s gefragt darauf asked`.split(/\s+/),
);

/** A candidate with the features that do not depend on its pattern; none for a phrase that names nobody. */
export function candidate(
  scene: Scene,
  pattern: Pattern,
  subject: Phrase,
  event: Event | undefined,
  features: readonly string[],
): Candidate[] {
  const { list, sentenceStart } = scene.r.tokens;
  const head = list[subject.start]!;
  const length = subject.end - subject.start;
  if (length === 1 && NO_SPEAKERS.has(head.lower)) return [];
  const who = whoIs(scene, subject);
  const standing = Math.min(3, scene.r.standing.get(headOf(list, subject)) ?? 0);
  const opens = subject.start === sentenceStart[head.sentence];
  const all = [
    `p=${pattern}`,
    `p=${pattern} len=${sizeOf(length)} who=${who}`,
    `p=${pattern} opens=${opens}`,
    `p=${pattern} standing=${standing} who=${who}`,
    `standing=${standing}`,
    `p=${pattern} who=${who}`,
    `p=${pattern} end=${scene.end}`,
    `p=${pattern} up=${scene.upper}`,
  ];
  if (event) {
    all.push(
      `p=${pattern} k=${event.kind}`,
      `k=${event.kind} c=${event.class}`,
      `p=${pattern} k=${event.kind} c=${event.class}`,
      `l=${event.lemma} ${pattern}`,
    );
  }
  for (const feature of features) all.push(`${pattern}:${feature}`);
  return [{ pattern, subject, event, features: all }];
}

function whoIs(scene: Scene, subject: Phrase): string {
  const { list } = scene.r.tokens;
  const g = scene.r.grammar;
  const head = list[subject.start]!;
  if (subject.end - subject.start === 1 && g.pronouns.has(head.lower)) {
    return ['i', 'it', 'who', 'you'].includes(head.lower) ? head.lower : 'pron';
  }
  for (let i = subject.start; i < subject.end; i++) {
    // The first word of a sentence is capital whatever it is.
    if (list[i]!.cap && (i > subject.start || list[i - 1]?.sentence === head.sentence))
      return 'cap';
  }
  if (head.cap && subject.end - subject.start <= 2) return 'cap';
  return g.determiners.has(head.lower) ? 'det' : 'low';
}
