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
import type { Subscription } from '../../news/subscription.ts';
import { type Length, storyBlocks } from './digest.ts';
import { storyMenu } from './menu.ts';
import {
  cite,
  count,
  type Locale,
  showDay,
  showMoment,
  showSlot,
  showTime,
  sourcesOf,
} from './words.ts';

/** An edition with when it was made and when the next one comes. */
export type EditionShown = EditionDraft & { readonly madeAt: Date; readonly next: Date | null };

export type EditionAbout = Pick<Subscription, 'id' | 'kind' | 'length' | 'whenEmpty' | 'zone'> & {
  /** What it is about, as `subjectOf` says it. */
  readonly subject: string;
  /** It shows what might come and tells nothing: then all would be new. */
  readonly isSample?: boolean;
};

type Place = Locale & { readonly now: Date };

/** An edition as one message: what is new, what has moved on, and when the next one comes. */
export function editionMessage(edition: EditionShown, about: EditionAbout, place: Place): Message {
  const sources = sourcesOf(edition.items.flatMap((item) => item.articles));
  const blocks = edition.items.flatMap((item, i) =>
    storyBlocks(item, {
      place: i + 1,
      length: about.length,
      sources,
      ...(about.isSample ? {} : { mark: item.kind === 'new' ? 'NEW' : 'UPDATED' }),
      ...insteadOfLede(item, sources, place),
    }),
  );
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

/** One story of a follow or an alert as a message of its own. */
export function followMessage(
  item: EditionItem,
  edition: EditionShown,
  about: EditionAbout,
  place: Place,
): Message {
  const sources = sourcesOf(item.articles);
  const length: Length = item.kind === 'new' ? 'full' : 'short';
  const [heading, ...rest] = storyBlocks(item, {
    place: 1,
    length,
    sources,
    mark: about.kind === 'alert' ? 'ALERT' : item.kind === 'new' ? 'NEW' : 'UPDATED',
    ...insteadOfLede(item, sources, place),
  });
  const title = heading?.kind === 'heading' ? heading.runs.slice(1) : [];
  const line = `/story #${item.story.id}`;
  return message(
    [
      { kind: 'heading', level: 1, runs: title },
      ...rest,
      {
        kind: 'note',
        runs: [
          faint(
            `${about.kind === 'alert' ? 'An alert' : 'You get this because you follow'} ${about.kind === 'alert' ? `on ${about.subject}` : about.subject} · ${showMoment(edition.madeAt, place, place.now)} · #${about.id}`,
          ),
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Open', press: 'answer', line },
          { label: 'Quotes', press: 'answer', line: `${line} view:quotes` },
          { label: 'Ask', press: 'ask', line: `/ask story:#${item.story.id}` },
          ...(about.kind === 'follow'
            ? [{ label: 'Unfollow', press: 'answer' as const, line: `/news unfollow #${about.id}` }]
            : []),
        ],
      },
    ],
    sources,
    item.story.id,
  );
}

/** What a channel hears that wants to know when there is nothing. */
export function emptyMessage(edition: EditionShown, about: EditionAbout, place: Place): Message {
  const next = edition.next ? ` Next: ${showSlot(edition.next, place, edition.madeAt)}.` : '';
  return sentence(`Nothing new on ${about.subject} since the last digest.${next}`);
}

function titleOf(about: EditionAbout, { madeAt }: EditionShown, place: Place): string {
  const subject = about.subject === 'everything' ? '' : ` · ${about.subject}`;
  return `News digest · ${showDay(madeAt, place)}${subject}`;
}

/** Where the channel was told before, what changed; where the post stands already, what was edited into it. */
function insteadOfLede(
  { digest, kind, revised }: EditionItem,
  sources: ReturnType<typeof sourcesOf>,
  place: Place,
): { instead?: Block[] } {
  const told: Run[] =
    kind === 'update' && digest.whatChanged !== null ? [text(digest.whatChanged)] : [];
  const usual: Block[] =
    told.length > 0
      ? [{ kind: 'paragraph', runs: told }]
      : [{ kind: 'paragraph', runs: [text(digest.lede.text), ...cite(digest.lede.refs, sources)] }];
  if (revised === null) return told.length > 0 ? { instead: usual } : {};
  return { instead: [...revisionLines(revised, sources, place), ...usual] };
}

/** One line for each time it was edited: `Updated 10:05 — …`, what holds no longer struck through. */
function revisionLines(
  { texts, corrected }: NonNullable<EditionItem['revised']>,
  sources: ReturnType<typeof sourcesOf>,
  place: Place,
): Block[] {
  const corrections = corrected.map(({ before, after, at }) => ({
    at,
    runs: [
      strong(`Corrected ${showTime(at, place)} — `),
      struck(before),
      text(after === null ? ' This no longer stands in its source.' : ` ${after}`),
    ],
  }));
  const additions = texts.map(({ at, text: words, refs }) => ({
    at,
    runs: [strong(`Updated ${showTime(at, place)} — `), text(words), ...cite(refs, sources)],
  }));
  return [...corrections, ...additions].map(({ runs }) => ({ kind: 'paragraph', runs }));
}

function footer(edition: EditionShown, about: EditionAbout, place: Place): Block {
  const fresh = edition.items.filter((item) => item.kind === 'new').length;
  const moved = edition.items.length - fresh;
  const parts = [
    fresh > 0 && !about.isSample ? `${fresh} new` : null,
    moved > 0 ? `${moved} updated` : null,
    'every quote is word for word in its source',
    edition.next ? `next ${showSlot(edition.next, place, edition.madeAt)}` : null,
    about.id > 0 ? `#${about.id}` : null,
  ].filter((one) => one !== null);
  return {
    kind: 'note',
    runs: [strong(count(edition.items.length, 'story')), faint(` · ${parts.join(' · ')}`)],
  };
}
