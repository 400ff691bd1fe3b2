import {
  type Block,
  faint,
  type Message,
  message,
  type Run,
  sentence,
  strong,
  struck,
  text,
} from '../../chat/message.ts';
import type { EditionDraft, EditionItem } from '../../desk/make-edition.ts';
import type { ItemShown } from '../../desk/translate-item.ts';
import { type Ref, timeOf } from '../../news/article.ts';
import { type PostPart, WHOLE } from '../../news/delivery.ts';
import type { Subscription } from '../../news/subscription.ts';
import { splitSentences } from '../../text/sentences.ts';
import { textsIn } from '../texts/index.ts';
import { type Length, type StoryShown, storyBlocks } from './digest.ts';
import { storyMenu } from './menu.ts';
import { cite, type Locale, showCoverage, showDay, showWhen, sourcesOf } from './words.ts';

/** An edition with when it was made and when the next one comes. */
export type EditionShown = Omit<EditionDraft, 'items'> & {
  readonly items: readonly ItemShown[];
  readonly madeAt: Date;
  readonly next: Date | null;
  /** Which of its posts this is; null: it was not shared out yet. */
  readonly part: PostPart | null;
};

export type EditionAbout = Pick<Subscription, 'id' | 'kind' | 'length' | 'whenEmpty' | 'zone'> & {
  /** What it is about, as `subjectOf` says it. */
  readonly subject: string;
  /** It shows what might come and tells nothing: then all would be new. */
  readonly isSample?: boolean;
};

/** How the stories of a digest are shown. */
export type StoryLook = { readonly length: Length; readonly isQuoted: boolean };

export type EditionPlace = Locale & { readonly now: Date };

/** An edition, or a part of it, as one message: what is new, what has moved on, and when the next one comes. */
export function editionMessage(
  edition: EditionShown,
  about: EditionAbout,
  place: EditionPlace,
  lookOf: (item: ItemShown) => StoryLook = () => ({ length: about.length, isQuoted: true }),
): Message {
  const part = edition.part ?? WHOLE;
  const sources = sourcesOf(
    edition.items.flatMap((item) => item.articles),
    place.language,
  );
  const blocks = edition.items.flatMap((item, i) => {
    const { length, isQuoted } = lookOf(item);
    return storyBlocks(item, {
      place: part.before + i + 1,
      length,
      language: place.language,
      sources,
      ...(about.isSample ? {} : { mark: markOf(item, place) }),
      ...howShown(item, edition, { sources, place }),
      ...(isQuoted ? {} : { quoted: [] }),
    });
  });
  return message(
    [
      { kind: 'heading', level: 1, runs: [text(titleOf(about, edition, place))] },
      ...blocks,
      { kind: 'divider' },
      footer(edition, about, place),
      storyMenu(edition.items, { ...place, now: edition.madeAt }),
    ],
    sources,
  );
}

/** How long a story of a follow or an alert is told, where there is room. */
export const followLength = ({ kind }: Pick<ItemShown, 'kind'>): Length =>
  kind === 'new' ? 'full' : 'short';

/** One story of a follow or an alert as a message of its own. */
export function followMessage(
  item: ItemShown,
  edition: EditionShown,
  about: EditionAbout,
  place: EditionPlace,
  { length, isQuoted }: StoryLook = { length: followLength(item), isQuoted: true },
): Message {
  const words = textsIn(place.language);
  const sources = sourcesOf(item.articles, place.language);
  const [heading, ...rest] = storyBlocks(item, {
    place: 1,
    length,
    language: place.language,
    sources,
    ...howShown(item, edition, { sources, place }),
    ...(isQuoted ? {} : { quoted: [] }),
  });
  const title = heading?.kind === 'heading' ? heading.runs.slice(1) : [];
  const line = `/story #${item.story.id}`;
  const mark = about.kind === 'alert' ? words.edition.alert : markOf(item, place);
  const why =
    about.kind === 'alert'
      ? words.edition.alertOn(about.subject)
      : words.edition.youFollow(about.subject);
  return message(
    [
      { kind: 'heading', level: 1, runs: title },
      // Its number and its coverage stand in one line with why it came.
      ...rest.slice(0, -1),
      {
        kind: 'note',
        runs: [
          strong(mark),
          faint(` · ${showCoverage(item.digest.coverage, place.language)} · ${why} (#${about.id})`),
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: words.edition.openOne, press: 'answer', line },
          { label: words.card.quotes, press: 'answer', line: `${line} view:quotes` },
          { label: words.card.ask, press: 'ask', line: `/ask story:#${item.story.id}` },
          ...(about.kind === 'follow'
            ? [
                {
                  label: words.edition.unfollow,
                  press: 'answer' as const,
                  line: `/news unfollow #${about.id}`,
                },
              ]
            : []),
        ],
      },
    ],
    sources,
    item.story.id,
  );
}

/** What a channel hears that wants to know when there is nothing. */
export function emptyMessage(
  edition: EditionShown,
  about: EditionAbout,
  place: EditionPlace,
): Message {
  const { edition: words, subscription } = textsIn(place.language);
  const isOfAll = about.subject === subscription.everything;
  const next = edition.next && words.next(showWhen(edition.next, place, edition.madeAt));
  return sentence(
    [isOfAll ? words.nothingNewAtAll : words.nothingNew(about.subject), next]
      .filter(Boolean)
      .join(' '),
  );
}

function titleOf(about: EditionAbout, { madeAt, part }: EditionShown, place: EditionPlace): string {
  const { digest, subscription } = textsIn(place.language);
  const subject = about.subject === subscription.everything ? '' : ` · ${about.subject}`;
  const which = part && part.of > 1 ? ` · ${part.number}/${part.of}` : '';
  return `${digest.title} · ${showDay(madeAt, place)}${subject}${which}`;
}

const markOf = ({ kind }: EditionItem, { language }: EditionPlace): string =>
  textsIn(language).edition[kind === 'new' ? 'isNew' : 'updated'];

type Shown = { readonly sources: ReturnType<typeof sourcesOf>; readonly place: EditionPlace };

/** Where the channel was told before, what changed; where the post stands already, what was edited into it. */
function howShown(
  item: ItemShown,
  { from, madeAt }: EditionShown,
  { sources, place }: Shown,
): Partial<StoryShown> {
  const { digest, kind, revised } = item;
  const isTold = kind === 'update' && digest.whatChanged !== null;
  const usual: Run[] = isTold
    ? [
        strong(`${textsIn(place.language).edition.whatIsNew} `),
        text(digest.whatChanged ?? ''),
        ...cite(refsOfChange(item), sources),
      ]
    : [text(digest.lede.text), ...cite(digest.lede.refs, sources)];
  const edits = revised === null ? [] : revisionLines(revised, sources, { ...place, now: madeAt });
  return {
    ...(isTold || edits.length > 0
      ? { instead: [...edits, { kind: 'paragraph' as const, runs: usual }] }
      : {}),
    ...(kind === 'update' ? { quoted: quotesSince(item, from) } : {}),
    ...(item.translation ? { translation: item.translation } : {}),
  };
}

/** What changed is told in sentences of the digest: where these stand. */
function refsOfChange({ digest: { whatChanged, lede, bullets } }: EditionItem): Ref[] {
  const told = whatChanged ?? '';
  const said = splitSentences(told).map(({ start, end }) => told.slice(start, end));
  return [lede, ...bullets].flatMap(({ text: words, refs }) =>
    said.some((sentence) => words.includes(sentence)) ? refs : [],
  );
}

/** A quote that was there the last time was read then. */
function quotesSince({ digest, articles }: EditionItem, from: Date) {
  const fresh = new Set(articles.flatMap((one) => (timeOf(one) >= from ? one.id : [])));
  return digest.quotes.filter(({ article }) => fresh.has(article));
}

/**
 * A paragraph for each time it was edited: `Updated 10:05 — …`, on another day than that of the post with the day; what
 * holds no longer is struck through.
 */
function revisionLines(
  { texts, corrected }: NonNullable<EditionItem['revised']>,
  sources: Shown['sources'],
  place: EditionPlace,
): Block[] {
  const words = textsIn(place.language).edition;
  const corrections = corrected.map(({ before, after, at }) => [
    strong(`${words.correctedAt(showWhen(at, place, place.now))} `),
    struck(before),
    text(` ${after ?? words.nowhere}`),
  ]);
  const additions = [...Map.groupBy(texts, ({ at }) => showWhen(at, place, place.now))].map(
    ([at, some]) => [
      strong(`${words.updatedAt(at)} `),
      text(some.map((claim) => claim.text).join(' ')),
      ...cite(
        some.flatMap(({ refs }) => refs),
        sources,
      ),
    ],
  );
  return [...corrections, ...additions].map((runs) => ({ kind: 'paragraph', runs }));
}

function footer(edition: EditionShown, about: EditionAbout, place: EditionPlace): Block {
  const fresh = edition.items.filter((item) => item.kind === 'new').length;
  const moved = edition.items.length - fresh;
  const words = textsIn(place.language);
  const kinds = [
    fresh > 0 ? words.edition.newStories(fresh) : null,
    moved > 0 ? words.edition.movedOn(moved) : null,
  ];
  const all = words.stories(edition.items.length);
  const counted = about.isSample ? all : kinds.filter((one) => one !== null).join(', ');
  const { number, of } = edition.part ?? WHOLE;
  const ofAll = [
    words.digest.wordForWord,
    edition.next ? words.edition.next(showWhen(edition.next, place, edition.madeAt)) : null,
    about.id > 0 ? words.edition.subscription(about.id) : null,
  ].filter((one) => one !== null);
  // What holds of the whole edition stands under the last of its posts.
  const more = number < of ? [] : [faint(` · ${ofAll.join(' · ')}`)];
  return { kind: 'note', runs: [strong(counted), ...more] };
}
