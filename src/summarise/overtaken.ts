import { type Count, countsIn } from './counts.ts';
import type { Sentence } from './sentence.ts';
import type { StoryFacts } from './story-facts.ts';

/** What later news has left no more of is no news. */
export const STALE = 0.3;

const HOUR = 3_600_000;
// Sooner, another article's figure is another version rather than later news.
const LATER = 3 * HOUR;
// What was so or was to come when an article was written may still be, for about as long as a night.
const SOON = 14 * HOUR;
// Further apart, figures of no known fate count different things.
const MOST_APART = 3;

/** What is left of a sentence's worth. */
const WORTH = { newerFigure: 0.1, outcome: 0.3, expected: 0.3, present: 0.5 };

type Dated = Pick<StoryFacts, 'articles' | 'compared' | 'comparison'>;

/**
 * How much a sentence is still worth as news beside what later articles of the story tell: 1, or less where its figure
 * was counted again, where what it waits for has happened, or where it tells in the present what was so on another day.
 */
export function overtakenIn(story: Dated): (sentence: Sentence) => number {
  const times = story.articles.map((a) => a.publishedAt?.getTime());
  const known = times.filter((t) => t !== undefined);
  const last = Math.max(...known);
  if (known.length < 2 || last - Math.min(...known) < LATER) return () => 1;
  const isLater = (document: number, than: number) =>
    (times[document] ?? Number.NEGATIVE_INFINITY) >= than + LATER;
  let counts: readonly Count[] | undefined;
  const countsOf = (s: Sentence) => countsIn(s, story.comparison.figures(s));
  const worths = new Map<Sentence, number>();
  const worthOf = (sentence: Sentence) => {
    const at = times[sentence.document];
    if (at === undefined || last < at + LATER) return 1;
    const own = countsOf(sentence).filter((c) => !c.isPart);
    if (own.length > 0) {
      counts ??= story.compared.flatMap(countsOf).filter((c) => !c.isPart);
      const since = counts.filter((c) => isLater(c.sentence.document, at));
      if (own.some((c) => isCountedAgain(c, since))) return WORTH.newerFigure;
    }
    const ripe = OUTCOMES.filter(
      ([open, done]) => open.test(sentence.text) && !done.test(sentence.text),
    );
    if (
      ripe.length > 0 &&
      openingsSince(story, (document) => isLater(document, at)).some((text) =>
        ripe.some(([, done]) => done.test(text)),
      )
    )
      return WORTH.outcome;
    if (last < at + SOON) return 1;
    const spoken = sentence.text.replace(/[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu, ' ');
    if (EXPECTED.test(spoken)) return WORTH.expected;
    return PRESENT.test(spoken) ? WORTH.present : 1;
  };
  return (sentence) => {
    const worth = worths.get(sentence) ?? worthOf(sentence);
    worths.set(sentence, worth);
    return worth;
  };
}

/** Whether later articles count the same and come to something else, and none gives the old figure any more. */
function isCountedAgain(own: Count, since: readonly Count[]): boolean {
  const again = since.filter((later) => isSameSubject(own, later));
  return (
    again.some((later) => own.most < later.least || later.most < own.least) &&
    !again.some((later) => later.value === own.value)
  );
}

function isSameSubject(a: Count, b: Count): boolean {
  if (a.kind !== b.kind || a.fate !== b.fate) return false;
  if (a.group !== b.group && !(a.fate !== null && (a.group === null || b.group === null)))
    return false;
  if (a.fate !== null) return true;
  if (Math.max(a.value, b.value) > MOST_APART * Math.min(a.value, b.value)) return false;
  const shared = [...a.around].filter((stem) => b.around.has(stem)).length;
  return shared >= (a.isMeasure ? 2 : a.kind === 'people' ? 1 : 0);
}

/** What later articles have for news: their titles and first sentences. */
function openingsSince(
  { articles, compared }: Dated,
  isLater: (document: number) => boolean,
): string[] {
  return [
    ...articles.flatMap(({ title }, i) => (isLater(i) ? [title] : [])),
    ...compared.flatMap((s) => (s.index < 2 && isLater(s.document) ? [s.text] : [])),
  ];
}

const word = (words: string) => new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}-])`, 'iu');

// What is open, and what closes it.
const OUTCOMES: readonly (readonly [RegExp, RegExp])[] = [
  [
    word(
      'leads?|leading|led|ahead|trail(?:s|ed|ing)?|counted|counting|votes? separated|liegt vorn|führt|auszählung|escrutinio|recuento|dépouillement',
    ),
    word(
      'won|wins|elected|president-elect|beats?|defeated|concedes?|conceded|victory|gewählt|gewinnt|gewann|gana|ganó|gagne|élu|vince|eletto',
    ),
  ],
  [
    word(
      'search(?:es|ed|ing)? for|missing|lost contact|contact \\p{L}+ lost|suche nach|vermisst|desaparecid[oa]s?|recherch\\p{L}+',
    ),
    word(
      'found|recovered|made contact|answered|gefunden|hallad[oa]s?|encontrad[oa]s?|retrouvée?s?',
    ),
  ],
  [
    word('talks|negotiat\\p{L}+|mediat\\p{L}+|verhandl\\p{L}+|negocia\\p{L}+|négocia\\p{L}+'),
    word('agreed|deal|settle[ds]?|settlement|einigung|einigten|acuerdo|accord'),
  ],
  [word('on trial|trial of|charged|jury'), word('convicted|guilty|acquitted|sentenced|verdict')],
  [
    word('at large|on the run|manhunt|hunt for|hunting|flüchtig|auf der flucht'),
    word('arrested|caught|captured|detained|festgenommen|gefasst'),
  ],
  [word('trapped|stranded'), word('rescued|freed|brought home|gerettet|rescatad[oa]s')],
  [
    word('firefighters (?:fought|battled|are|were battling)|still burning|raging|out of control'),
    word('under control|put out|extinguished|doused'),
  ],
];

const EXPECTED =
  /(?<![\p{L}])(?:will|won['’]t|would|unless|(?:is|are|was|were) (?:to|due|set|scheduled|expected|likely|hoping)|expects?|expected|hopes? to|plans? to|wird|werden|soll(?:en)?|dürften?|erwartet|será|serán|podrían?|espera|sera|seront|devrai(?:t|ent)|sarà|saranno)(?![\p{L}])/iu;
const PRESENT =
  /(?<![\p{L}])(?:is|are|isn['’]t|aren['’]t|remains?|stands?|lies|continues?|seems?|appears?|so far|yet to|still|ist|sind|bleibt|steht|noch immer|está|están|sigue|siguen|est|sont|reste|restent|è|sono)(?![\p{L}])/u;
