import { capitalRuns } from './names.ts';
import { type Phrase, phraseFrom } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Token } from './tokens.ts';

/** Agencies and papers that articles take quotes from; others are known by their last word. */
const OUTLETS = new Set(
  'reuters tass interfax belta ria afp ap upi dpa ansa efe xinhua kyodo yonhap anadolu ukrinform bloomberg bbc cnn msnbc nbc abc cbs npr pbs politico axios buzzfeed vox cnbc espn c-span mediaite breitbart fox wsj nyt'.split(
    ' ',
  ),
);
const OUTLET_WORDS = new Set(
  'news times post journal herald tribune gazette press magazine radio television tv agency today guardian telegraph independent observer chronicle globe star mirror mail sun review weekly daily show podcast examiner inquirer dispatch register sentinel ledger courier'.split(
    ' ',
  ),
);

/** Who passed the words on, beside who said them. */
export type Carriers = {
  /** For the quote at token `t`, said in the words of `event`'s verb by `name`. */
  readonly via: (t: number, verb: number | undefined, name: string | null) => string | null;
};

export function carriersOf(r: Reading): Carriers {
  const { list, sentenceStart } = r.tokens;
  const citing = citationsIn(r);
  return {
    via(t, verb, name) {
      const sentence = list[t]!.sentence;
      const from = Math.max(sentenceStart[sentence]!, t - 40);
      // “…?” Said X, quoted by Tass: the words about the quote may stand in a sentence of their own.
      const last = verb !== undefined && verb > t ? list[verb]!.sentence : sentence;
      const to = Math.min(sentenceStart[last + 1]!, t + 40);
      return (
        quotedBy(r, from, to) ?? toldTo(r, verb, to) ?? passedOn(citing, list[t]!.paragraph, name)
      );
    },
  };
}

/** “…,” X said, quoted by Tass. */
function quotedBy(r: Reading, from: number, to: number): string | null {
  const { list } = r.tokens;
  for (let i = from; i + 2 < to; i++) {
    if (
      !/^(?:quoted|cited|reported|published|obtained)$/.test(list[i]!.lower) ||
      list[i + 1]!.lower !== 'by'
    )
      continue;
    const phrase = phraseFrom(list, i + 2, to, r.grammar);
    const outlet = phrase && capitalRuns(list, phrase.start, phrase.end).at(-1);
    if (outlet) return textOf(r, outlet);
  }
  return null;
}

/** X told Reuters. */
function toldTo(r: Reading, verb: number | undefined, to: number): string | null {
  const { list } = r.tokens;
  if (verb === undefined || !/^(?:told|tells|telling)$/.test(list[verb]!.lower)) return null;
  const start = list[verb + 1]?.lower === 'the' ? verb + 2 : verb + 1;
  const run = capitalRuns(list, start, Math.min(to, start + 6)).at(0);
  return run && run.start === start && isOutlet(list, run) ? textOf(r, run) : null;
}

function isOutlet(list: readonly Token[], run: Phrase): boolean {
  for (let i = run.start; i < run.end; i++) if (OUTLETS.has(list[i]!.lower)) return true;
  return OUTLET_WORDS.has(list[run.end - 1]!.lower);
}

type Citation = { readonly paragraph: number; readonly outlet: string; readonly names: string };

/** "According to TASS, citing the minister, Ivan Petrov:" holds for what is quoted of him in the paragraphs below. */
function citationsIn(r: Reading): Citation[] {
  const { list, sentenceStart } = r.tokens;
  const citations: Citation[] = [];
  for (const event of r.events) {
    if (event.kind !== 'source') continue;
    const to = Math.min(sentenceStart[event.sentence + 1]!, event.subject.end + 25);
    for (let i = event.subject.end; i < to; i++) {
      if (!/^(?:citing|quoting)$/.test(list[i]!.lower)) continue;
      const names = r.text.slice(list[i]!.end, list[to - 1]!.end).toLowerCase();
      const run = capitalRuns(list, event.subject.start, event.subject.end).at(-1);
      if (run) citations.push({ paragraph: list[i]!.paragraph, outlet: textOf(r, run), names });
      break;
    }
  }
  return citations;
}

function passedOn(
  citations: readonly Citation[],
  paragraph: number,
  name: string | null,
): string | null {
  if (name === null) return null;
  const surname = name.toLowerCase().split(' ').at(-1)!;
  const citation = citations.findLast((c) => c.paragraph <= paragraph);
  return citation && paragraph - citation.paragraph <= 5 && citation.names.includes(surname)
    ? citation.outlet
    : null;
}

function textOf(r: Reading, phrase: Phrase): string {
  const { list } = r.tokens;
  return r.text.slice(list[phrase.start]!.start, list[phrase.end - 1]!.end);
}
