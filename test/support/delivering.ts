import { sentence } from '../../src/chat/message.ts';
import type { EditionDraft } from '../../src/desk/make-edition.ts';
import { subscribe } from '../../src/desk/subscribe.ts';
import { silentLog } from '../../src/lib/log.ts';
import type { Wish } from '../../src/news/subscription.ts';
import { deliver } from '../../src/pipeline/deliver.ts';
import { editPosts } from '../../src/pipeline/edit.ts';
import { type PublishDeps, publish } from '../../src/pipeline/publish.ts';
import { channelAt } from '../../src/store/channels.ts';
import type { Db } from '../../src/store/schema.ts';
import { wish } from './newsroom.ts';
import { scriptedPoster } from './posting.ts';

/** An edition in a sentence for each story: `new #3: Harbour closes`. */
export const showPlainly: PublishDeps['show'] = async (edition, { whenEmpty }) =>
  edition.items.length > 0
    ? [
        {
          message: sentence(lines(edition).join('\n')),
          stories: edition.items.map(({ story }) => story.id),
        },
      ]
    : whenEmpty === 'line'
      ? [{ message: sentence('nothing new'), stories: [] }]
      : [];

const lines = ({ items }: EditionDraft) =>
  items.flatMap(({ kind, story, digest, revised }) => [
    `${kind} #${story.id} v${story.version}: ${digest.headline}`,
    ...(revised?.corrected ?? []).map(({ before, after }) => `~${before}~ ${after ?? ''}`.trim()),
    ...(revised?.texts ?? []).map(({ at, text }) => `${timeOf(at)} ${text}`),
  ]);

const timeOf = (at: Date) => at.toISOString().slice(11, 16);

/** The same with every sentence it tells behind the headline. */
export const showFully: PublishDeps['show'] = async (edition, subscription) => {
  const items = edition.items.map((item) => {
    const { headline, lede, bullets } = item.digest;
    const told = [headline, lede.text, ...bullets.map(({ text }) => text)].join(' | ');
    return { ...item, digest: { ...item.digest, headline: told } };
  });
  return showPlainly({ ...edition, items }, subscription);
};

const A_POST = 2;

/** The same in posts of two stories at most, as a long digest comes. */
export const showInParts: PublishDeps['show'] = async (edition, subscription) => {
  const { items, part } = edition;
  if (part !== null || items.length <= A_POST) return showPlainly(edition, subscription);
  const of = Math.ceil(items.length / A_POST);
  const posts = Array.from({ length: of }, async (_, i) => {
    const before = i * A_POST;
    const some = { ...edition, items: items.slice(before, before + A_POST) };
    const [post] = await showPlainly(some, subscription);
    return post ? [{ ...post, part: { number: i + 1, of, before } }] : [];
  });
  return (await Promise.all(posts)).flat();
};

/** A Crier with one platform in memory and a clock that the test moves. */
export function crier(db: Db, start: string, show = showPlainly) {
  let now = new Date(start);
  let keys = 0;
  const clock = () => now;
  const platform = scriptedPoster();
  const log = silentLog;
  const publishing: PublishDeps = {
    db,
    clock,
    log,
    newKey: () => `key-${keys++}`,
    show,
  };
  return {
    ...platform,
    clock,
    publishing,
    at: (moment: string) => {
      now = new Date(moment);
      return now;
    },
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
      return now;
    },
    publish: () => publish(publishing),
    edit: () => editPosts({ db, clock, log, poster: platform.poster, show }),
    deliver: () => deliver({ db, clock, log, poster: platform.poster, show }),
    /** What the channel reads, in order. */
    read: (place: string) =>
      platform.standing
        .filter((one) => one.channel === place)
        .map(({ message }) =>
          message.blocks
            .flatMap((block) => ('runs' in block ? block.runs : []))
            .map((run) => ('text' in run ? run.text : ''))
            .join(''),
        ),
    async subscribe(place: string, about: Partial<Wish> = {}, tenant = 'guild-1') {
      const channel = await channelAt(db, tenant, { platform: 'discord', place });
      const id = await subscribe(db, tenant, { channel: channel.id, wish: wish(about), now });
      return { channel: channel.id, id, tenant };
    },
  };
}
