import { languageOf, type Revised } from '../desk/make-edition.ts';
import type { ToldStory } from '../desk/tell-story.ts';
import { saysAny } from '../digest/filter.ts';
import type { Article, Ref } from '../news/article.ts';
import type { Claim } from '../news/digest.ts';
import { changesOf } from '../summarise/changes.ts';
import { splitSentences } from '../text/sentences.ts';
import type { ShownItem } from './edit-items.ts';
import { plain, stretchIn, termsOf, withdrawnIn, withoutWithdrawn } from './edit-withdrawn.ts';

// A post that grows with every turn of its story is read by nobody.
const MOST_LINES = 3;
const NEW_AT_ONCE = 2;
const MOST_REMEMBERED = 60;
// A sentence that shares fewer of its words with the one that was taken out says something else.
const TOOK_ITS_PLACE = 0.4;
const LONGEST_SENTENCE = 400;

export type Revision = {
  readonly now: Date;
  readonly told: ToldStory;
  /** Earlier readings that the item's sentences rest on and that were corrected since. */
  readonly superseded: readonly Article[];
  /** What the channel was told of the story before this post, besides what the post itself says. */
  readonly before: readonly string[];
  /** The words by which the post shows a sentence: what nobody read there is not corrected before their eyes. */
  shownAs(sentence: string): string | undefined;
  /** Words the channel does not want to read. */
  readonly muted: readonly string[];
};

/**
 * An item of a post as it reads after its story went on: what it told stays, what is new is added, what was corrected at
 * its source is taken out and shown as such. The same lines in `revised` as before where nothing of substance changed.
 */
export function reviseItem(item: ShownItem, revision: Revision): ShownItem {
  const { now, told, superseded } = revision;
  const { digest, articles } = told;
  const language = languageOf(articles);
  const readings = { superseded, articles, language };
  const withdrawn = (claim: Claim) => withdrawnIn(claim, readings);
  const isWhole = (claim: Claim) => withdrawn(claim).includes(claim.text);
  const held = item.revised ?? { at: now, texts: [], corrected: [] };
  const claims = [item.lede, ...item.bullets, ...held.texts].filter(({ text }) => text !== '');
  const replaced = [
    ...headlineCorrected(item, revision),
    ...claims
      .flatMap(withdrawn)
      .map((text) => ({ before: text, after: successorOf(text, revision), at: now })),
  ];
  const corrected = replaced.flatMap((one) => {
    const before = revision.shownAs(one.before);
    return before === undefined ? [] : { ...one, before };
  });
  const mended = <C extends Claim>(claim: C): C =>
    withoutWithdrawn(claim, withdrawn(claim), readings);
  const lede = isWhole(item.lede) ? digest.lede : mended(item.lede);
  const known = [
    ...revision.before,
    ...claims.map(({ text }) => text),
    ...(item.added ?? []),
    lede.text,
    ...replaced.flatMap(({ after }) => after ?? []),
  ].filter((text) => text !== '');
  const texts = [told.plain.lede, ...told.plain.bullets]
    .filter((claim) => changesOf({ language }, { lede: claim, bullets: [] }, known) !== null)
    .filter(({ text }) => !saysAny(revision.muted, [text]))
    .slice(0, NEW_AT_ONCE)
    .map(({ text, refs }) => ({ text, refs, at: now }));
  const renew = <C extends Claim>(claim: C): C => ({
    ...claim,
    refs: renewed(claim.refs, articles, superseded),
  });
  const revised: Revised = {
    at: texts.length + corrected.length > 0 ? now : held.at,
    texts: [
      ...texts,
      ...held.texts
        .filter((claim) => !isWhole(claim))
        .map(mended)
        .map(renew),
    ].slice(0, MOST_LINES),
    corrected: [...corrected, ...held.corrected].slice(0, MOST_LINES),
  };
  return {
    ...item,
    seen: told.story.version,
    story: told.story.id,
    headline: headlineNow(item, revision),
    whatChanged: correctedIn(item.whatChanged, replaced),
    lede: renew(lede),
    bullets: item.bullets
      .filter((claim) => !isWhole(claim))
      .map(mended)
      .map(renew),
    added: [...(item.added ?? []), ...texts.map(({ text }) => text)].slice(-MOST_REMEMBERED),
    revised: revised.texts.length + revised.corrected.length > 0 ? revised : null,
  };
}

/** What an update said was new, with what was corrected since in its place. */
function correctedIn(whatChanged: string | null, replaced: Revised['corrected']): string | null {
  const now = replaced.reduce(
    (text, { before, after }) => text?.replace(before, () => after ?? '') ?? null,
    whatChanged,
  );
  return now?.trim() || null;
}

/** Whether a revision added a line. */
export function isRevised(before: ShownItem, after: ShownItem): boolean {
  return after.revised !== null && after.revised.at.getTime() !== before.revised?.at.getTime();
}

/** An update keeps the headline of what it brought; one that was corrected is not kept. */
function headlineNow(item: ShownItem, revision: Revision): string {
  const keeps = item.kind === 'update' && headlineCorrected(item, revision).length === 0;
  return keeps ? item.headline : revision.told.digest.headline;
}

function headlineCorrected(
  { headline }: ShownItem,
  { told, superseded, now }: Revision,
): Revised['corrected'] {
  const says = (title: string) => plain(title).includes(plain(headline));
  const stood = superseded.some(({ title }) => says(title));
  if (!stood || told.articles.some(({ title }) => says(title))) return [];
  return [{ before: headline, after: told.digest.headline, at: now }];
}

/** The sentence of a corrected article that says what this one said; null where none is like it. */
function successorOf(sentence: string, { told, superseded }: Revision): string | null {
  const language = languageOf(told.articles);
  const wanted = termsOf(sentence, language);
  const before = superseded.map(({ text }) => plain(text));
  let best: { text: string; likeness: number } | null = null;
  for (const { revises, text } of told.articles) {
    if (revises === null) continue;
    for (const span of splitSentences(text)) {
      const one = text.slice(span.start, span.end).replace(/\s+/g, ' ');
      if (one.length > LONGEST_SENTENCE || before.some((old) => old.includes(plain(one)))) continue;
      const own = termsOf(one, language);
      const likeness = own.intersection(wanted).size / Math.max(own.size, wanted.size, 1);
      if (likeness >= TOOK_ITS_PLACE && likeness > (best?.likeness ?? 0)) {
        best = { text: one, likeness };
      }
    }
  }
  return best?.text ?? null;
}

/** The places as they are in the articles held now; what stands nowhere any more is left out. */
function renewed(
  refs: readonly Ref[],
  articles: readonly Article[],
  superseded: readonly Article[],
): Ref[] {
  return refs.flatMap((ref) => {
    if (articles.some(({ id }) => id === ref.article)) return ref;
    const stretch = stretchIn(ref, superseded);
    if (!stretch) return [];
    for (const { id, text } of articles) {
      const start = text.indexOf(stretch);
      if (start >= 0) return { article: id, start, end: start + stretch.length };
    }
    return [];
  });
}
