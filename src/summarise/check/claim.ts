import type { Ref } from '../../news/article.ts';
import type { Quote } from '../../news/quote.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { isAttributed } from '../attribution.ts';
import { isDispute } from '../disputed.ts';
import { figuresConflict, figuresOf } from '../figures.ts';
import { tidy } from '../prose.ts';
import { isFirstPerson } from '../tellable.ts';
import { type Amount, amountsIn, unsupportedAmount } from './amounts.ts';
import { datesMeant, isDated } from './days.ts';
import type { Reason } from './draft.ts';
import type { Evidence, Proof } from './evidence.ts';
import { type ReadWord, readWords } from './fold.ts';
import { forbiddenIn } from './forbidden.ts';
import { toldAsDone } from './future.ts';
import { graver, unsaid } from './graver.ts';
import { isIn } from './language.ts';
import { isState, nameParts, unsupportedName } from './names.ts';
import { allegedStems, denialsIn, saysNo } from './negation.ts';
import { opposite } from './opposites.ts';
import { asksOrOrders } from './orders.ts';
import { swapsRoles } from './roles.ts';
import { otherShare } from './shares.ts';
import { type Locate, misquoted } from './spoken.ts';
import { type Support, supportOf } from './support.ts';

export type Ground = {
  readonly quotes: readonly Quote[];
  readonly locate: Locate;
  /** The language the claim must be in; null: any. */
  readonly language: string | null;
  readonly storyAt: Date | null;
};

export type Verdict =
  | { readonly holds: true; readonly refs: readonly Ref[]; readonly tellers: ReadonlySet<string> }
  | { readonly holds: false; readonly reason: Reason; readonly what: string | null };

const LONGEST = 500;
// A sentence that says less of what a claim says, names apart, may be of something else that another one did.
const TOLD_OF_ANOTHER = 0.6;
const QUOTED = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;

const fails = (reason: Reason, what: string | null = null): Verdict => ({
  holds: false,
  reason,
  what,
});

/** Whether a text may stand in a message at all, whatever it says: no address, mention, markup, code, order or question. */
export function isPresentable(text: string): Verdict | undefined {
  if (text.length > LONGEST) return fails('length');
  const forbidden = forbiddenIn(text);
  if (forbidden) return fails(forbidden.reason, forbidden.what);
  if (!/\p{L}/u.test(text)) return fails('length');
  if (asksOrOrders(text)) return fails('order');
  return undefined;
}

/**
 * Whether the sources tell what a text of one or more sentences says: the words, names, numbers, dates, noes and quotes
 * of each stand in them, and what a party claims is given to that party. It does not prove that the text is true to
 * them, only that nothing of these is made up.
 */
export function checkClaim(text: string, sources: readonly Evidence[], ground: Ground): Verdict {
  const unfit = isPresentable(text);
  if (unfit) return unfit;
  if (sources.length === 0) return fails('no source');
  if (!isIn(text, ground.language)) return fails('language');
  const verdicts = splitSentences(text).map(({ start, end }) =>
    checkSentence(text.slice(start, end), sources, ground),
  );
  const wrong = verdicts.find((v) => !v.holds);
  if (wrong) return wrong;
  const held = verdicts.flatMap((v) => (v.holds ? [v] : []));
  const fewest = [...held].sort((a, b) => a.tellers.size - b.tellers.size)[0];
  return fewest
    ? { holds: true, refs: distinct(held.flatMap((v) => v.refs)), tellers: fewest.tellers }
    : fails('length');
}

function distinct(refs: readonly Ref[]): Ref[] {
  const seen = new Set<string>();
  return refs.filter(({ article, start }) => {
    const key = `${article} ${start}`;
    return !seen.has(key) && seen.add(key);
  });
}

function checkSentence(text: string, sources: readonly Evidence[], ground: Ground): Verdict {
  if (asksOrOrders(text) || isFirstPerson(text.replace(QUOTED, ' '))) return fails('order');
  const taken = takenFrom(text, sources);
  if (taken) return taken;
  const { language } = ground;
  const quoted = misquoted(text, sources, ground.quotes, ground.locate);
  if (quoted) return fails(quoted.reason, quoted.what);

  const words = readWords(text, language);
  const dates = settleDates(text, sources, ground);
  if ('wrong' in dates) return fails('date', dates.wrong);
  const amounts = amountsIn(text, language).filter((a) => !isWithin(a, dates.settled));
  const number = wrongNumber(text, amounts, sources, language);
  if (number) return fails('number', number);
  const settled = [...dates.settled, ...amounts];
  const name = unsupportedName(text, words, { sources, language, settled });
  if (name) return fails('name', name);
  const support = supportOf(words, sources, settled);
  if (!support) return fails('unsupported');
  const turned = turnedAround(text, words, support, language) ?? opposite(words, support, language);
  if (turned) return fails('negation', turned);
  const meant = otherMeaning(text, words, { sources, support, language });
  if (meant) return meant;
  if (lacksSpeaker(text, words, support.proofs[0]!)) return fails('unattributed');
  const speaker = otherSpeaker(words, support.proofs[0]!, ground.quotes);
  if (speaker) return fails('speaker', speaker);
  return { holds: true, refs: support.refs, tellers: support.tellers };
}

/** What is told in the right words, names and numbers, and yet is something else. */
function otherMeaning(
  text: string,
  words: readonly ReadWord[],
  {
    sources,
    support,
    language,
  }: {
    readonly sources: readonly Evidence[];
    readonly support: Support;
    readonly language: string | null;
  },
): Verdict | undefined {
  const grave = graver(words, sources, language) ?? unsaid(words, support);
  if (grave) return fails('meaning', grave);
  const best = support.proofs[0]!;
  const swapped = swapsRoles({ words, language }, { words: best.words, language });
  if (swapped) return fails('speaker', swapped);
  if (language !== null && !language.startsWith('en')) return undefined;
  const share = otherShare(
    text,
    words,
    support,
    sources.flatMap((s) => s.proofs),
  );
  if (share) return fails('number', share);
  const done = toldAsDone(words, support);
  return done ? fails('meaning', done) : undefined;
}

/** A whole sentence of a source, but for the word that tied it to the one before, proves itself. */
function takenFrom(text: string, sources: readonly Evidence[]): Verdict | undefined {
  const same = sources.flatMap(({ teller, proofs }) =>
    proofs.flatMap((p) => (tidy(p.sentence.text) === text ? [{ teller, ...p.sentence }] : [])),
  );
  if (same.length === 0) return undefined;
  return {
    holds: true,
    refs: same.map(({ article, start, end }) => ({ article, start, end })),
    tellers: new Set(same.map(({ teller }) => teller)),
  };
}

/** The claim's dates that the sources name in whatever form, or one that they do not. */
function settleDates(
  text: string,
  sources: readonly Evidence[],
  { language, storyAt }: Ground,
): { settled: readonly Span[] } | { wrong: string } {
  const given = new Set(sources.flatMap((s) => [...s.dates]));
  const mentions = new Map<number, { span: Span; named: boolean }>();
  for (const { article } of sources) {
    for (const { start, end, date } of datesMeant(text, language, {
      publishedAt: article.publishedAt,
      storyAt,
    })) {
      const known = mentions.get(start);
      const named = (known?.named ?? false) || isDated(date, given);
      mentions.set(start, { span: { start, end }, named });
    }
  }
  const settled: Span[] = [];
  for (const { span, named } of mentions.values()) {
    const words = text.slice(span.start, span.end);
    // A source without dates of its own may still say "12 February" in so many words.
    if (!named && !sources.some((s) => s.article.text.includes(words))) return { wrong: words };
    settled.push(span);
  }
  return { settled };
}

const isWithin = (span: Span, others: readonly Span[]) =>
  others.some((o) => span.start >= o.start && span.end <= o.end);

function wrongNumber(
  text: string,
  claimed: readonly Amount[],
  sources: readonly Evidence[],
  language: string | null,
): string | undefined {
  const wrong = unsupportedAmount(
    claimed,
    sources.flatMap((s) => s.amounts),
  );
  if (wrong) return text.slice(wrong.start, wrong.end);
  // "40 dead" where the sources count 12 dead and 40 hurt: the number is there, and counts something else.
  const figures = figuresOf(text, language).filter((f) => f.unit !== null);
  if (figures.length === 0) return undefined;
  const counted = sources.flatMap((s) =>
    s.proofs.flatMap((p) => figuresOf(p.sentence.text, language)),
  );
  // Where a source gives the number without saying of what ("no more than 350 will go"), nothing differs.
  const bare = new Set(counted.flatMap(({ value, unit }) => (unit === null ? [value] : [])));
  const swapped = figures.find((f) => !bare.has(f.value) && figuresConflict([f], counted));
  return swapped && text.slice(swapped.start, swapped.end);
}

/** A word that the claim denies and its sentences assert, or the other way round. */
function turnedAround(
  text: string,
  words: readonly ReadWord[],
  { proofs }: Support,
  language: string | null,
): string | undefined {
  const denied = new Set(denialsIn(text, words, { language, where: 'inClaim' }).flat());
  if (saysNo(words, language)) {
    if (!proofs.some((p) => saysNo(p.words, language))) return 'no';
    // The sentence that tells most of what is denied must deny some of it too: another one's no is of something else.
    const shared = proofs.map((p) => ({
      p,
      stems: [...denied].filter((stem) => p.stems.has(stem)),
    }));
    const most = Math.max(...shared.map(({ stems }) => stems.length));
    const tellers = shared.filter(({ stems }) => stems.length === most);
    const denies = tellers.some(({ p, stems }) =>
      stems.some((stem) => p.denials.flat().includes(stem)),
    );
    if (most > 0 && !denies) return tellers[0]?.stems[0];
  }
  const said = new Set(
    words.flatMap(({ stem, common }) => (common || denied.has(stem) ? [] : [stem])),
  );
  for (const stem of said) {
    const holding = proofs.filter((p) => p.stems.has(stem));
    if (holding.length > 0 && holding.every((p) => deniesIn(p, stem, said))) return stem;
  }
  return undefined;
}

/** Whether a sentence denies a word together with what the claim says: not where it "expects no other cut". */
function deniesIn({ denials }: Proof, stem: string, said: ReadonlySet<string>): boolean {
  return denials.some((run) => {
    if (!run.includes(stem)) return false;
    const shared = run.filter((one) => said.has(one)).length;
    return said.has(run[0]!) || 2 * shared >= run.length;
  });
}

/**
 * Somebody who speaks in the story and whom the claim names, where the sentence that says most of it names another of
 * them in that place: what one did is told of the other.
 */
function otherSpeaker(
  words: readonly ReadWord[],
  best: Proof,
  quotes: readonly Quote[],
): string | undefined {
  const speakers = new Set(
    quotes.flatMap(({ speakerName }) => {
      const parts = nameParts(speakerName ?? '');
      return parts.length > 1 && !isState(parts.join(' ')) ? parts.slice(-1) : [];
    }),
  );
  const namedIn = (some: readonly ReadWord[]) =>
    new Set(some.flatMap((w) => (w.capital && speakers.has(w.folded) ? [w.folded] : [])));
  const told = namedIn(best.words);
  const claimed = namedIn(words);
  // Two that did something together may well stand in no sentence of that sort.
  if (claimed.size !== 1 || told.size === 0 || !told.isDisjointFrom(claimed)) return undefined;
  const rest = new Set(words.flatMap((w) => (w.common || w.capital ? [] : [w.stem])));
  if (rest.intersection(best.stems).size < TOLD_OF_ANOTHER * rest.size) return undefined;
  return words.find((w) => claimed.has(w.folded))?.text;
}

/** Whether the sentence that carries the claim is a party's word and the claim tells it as a fact. */
function lacksSpeaker(text: string, words: readonly ReadWord[], best: Proof): boolean {
  if (isAttributed(text) || allegedStems(text, words).size > 0) return false;
  if (best.disputed && !isDispute(text)) return true;
  const shared = words.filter((w) => !w.common && best.stems.has(w.stem));
  if (shared.some((w) => best.alleged.has(w.stem))) return true;
  const said = shared.filter((w) => best.spoken.has(w.stem));
  return said.length > 0.6 * shared.length;
}
