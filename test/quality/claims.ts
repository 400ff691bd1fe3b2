import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { locateQuote } from '../../src/quotes/locate.ts';
import { checkClaim } from '../../src/summarise/check/claim.ts';
import { type Evidences, evidenceOf } from '../../src/summarise/check/evidence.ts';
import { forbiddenIn } from '../../src/summarise/check/forbidden.ts';
import { asksOrOrders } from '../../src/summarise/check/orders.ts';
import { tidy } from '../../src/summarise/prose.ts';
import { type DigestStory, sampleStories } from './digest-sets.ts';
import type { Measure } from './table.ts';

/** What the check said of one sentence about a story of the sample newsroom. */
export type Checked = {
  readonly event: string;
  readonly text: string;
  /** What was changed in it; null where it is true. */
  readonly changed: string | null;
  /** Why it was refused; null where it holds. */
  readonly refused: string | null;
};

type Claims = readonly {
  readonly event: string;
  readonly claims: readonly {
    readonly true: string;
    readonly false: string;
    readonly kind: string;
  }[];
}[];

const LANGUAGE = 'en';

/**
 * True sentences in other words than the sources', and the same with one thing changed, as the check judges them.
 * Nothing was tuned on those for `judging`.
 */
export function judged(name: 'claims' | 'claims-judging' = 'claims'): Checked[] {
  const read = parse(readFileSync(join(import.meta.dirname, `${name}.yaml`), 'utf8')) as Claims;
  const stories = new Map(sampleStories().map((story) => [story.id, story]));
  return read.flatMap(({ event, claims }) => {
    const story = stories.get(event);
    if (!story) throw new Error(`the sample newsroom has no ${event}`);
    const check = checkOf(story);
    return claims.flatMap((claim) => [
      { event, text: claim.true, changed: null, refused: check(claim.true) },
      { event, text: claim.false, changed: claim.kind, refused: check(claim.false) },
    ]);
  });
}

/** Every sentence of the newsroom that may prove something and may be shown, said as it stands. */
export function exactSentences(): Checked[] {
  return sampleStories().flatMap((story) => {
    const evidences = evidenceOf(story.articles);
    const check = checkOf(story, evidences);
    return [...evidences.byArticle.values()]
      .filter(({ article }) => article.language === LANGUAGE)
      .flatMap(({ proofs }) => proofs.map(({ sentence }) => tidy(sentence.text)))
      .filter((text) => !forbiddenIn(text) && !asksOrOrders(text))
      .map((text) => ({ event: story.id, text, changed: null, refused: check(text) }));
  });
}

function checkOf(
  { articles, quotes }: DigestStory,
  { byArticle, storyAt }: Evidences = evidenceOf(articles),
): (text: string) => string | null {
  const sources = [...byArticle.values()];
  return (text) => {
    const verdict = checkClaim(text, sources, {
      quotes,
      locate: locateQuote,
      language: LANGUAGE,
      storyAt,
    });
    return verdict.holds ? null : `${verdict.reason}${verdict.what ? ` (${verdict.what})` : ''}`;
  };
}

const share = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;

/** How often the check refuses what is true, and lets through what is not. */
export const measure: Measure = async () => {
  const row = (set: string, measure: string, some: readonly Checked[], target: Target) => {
    const refused = some.filter((one) => one.refused !== null).length;
    const figure = share(refused, some.length);
    return { set, measure, figure, ...target, note: `${refused} of ${some.length}` };
  };
  // What speaks for itself ("told us") is refused for its form, whoever says it.
  const exact = exactSentences().filter((one) => one.refused !== 'order');
  return [
    row('sample newsroom', 'sentences as they stand, refused %', exact, {
      target: 0,
      atMost: true,
    }),
    ...(['claims', 'claims-judging'] as const).flatMap((name) => {
      const all = judged(name);
      const of = (wanted: (changed: string | null) => boolean) =>
        all.filter(({ changed }) => wanted(changed));
      const isChanged = (changed: string | null) => changed !== null && changed !== 'swap';
      return [
        row(
          name,
          'true in other words, refused %',
          of((c) => c === null),
          { target: 10, atMost: true },
        ),
        row(name, 'one thing changed, refused %', of(isChanged), { target: 95 }),
        row(
          name,
          'swapped within the story, refused %',
          of((c) => c === 'swap'),
          { target: null },
        ),
      ];
    }),
  ];
};

type Target = { readonly target: number | null; readonly atMost?: true };

if (import.meta.main) {
  for (const { event, text, changed, refused } of [
    ...judged(),
    ...judged('claims-judging'),
    ...exactSentences(),
  ]) {
    if ((changed === null) === (refused === null)) continue;
    console.log(`${changed ?? 'true'}\t${refused ?? 'holds'}\t${event}\t${text}`);
  }
  console.table(await measure(''));
}
