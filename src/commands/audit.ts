import { type Block, channel, command, faint, message, strong, text } from '../chat/message.ts';
import type { Delivery, Edition } from '../news/delivery.ts';
import { actsOf } from '../store/audit.ts';
import { deliveriesOf } from '../store/deliveries.ts';
import { editionsOf } from '../store/editions.ts';
import { type Command, type Context, declare } from './declare.ts';
import { POSTED } from './show/posted.ts';
import { count, inEnglish, showMoment } from './show/words.ts';
import { channelHere } from './subscription/place.ts';

const SHOWN = 10;

const audit = declare({
  name: 'news audit',
  summary: 'Who changed what in this place, and what became of the posts of this channel',
  example: '/news audit',
  access: 'managers',
  isPersonal: true,
  options: {},
  async run(_, context) {
    const { db, tenant, now } = context;
    const acts = await actsOf(db, tenant, SHOWN);
    const blocks: Block[] = [{ kind: 'heading', level: 2, runs: [text('Changes')] }];
    blocks.push(
      acts.length === 0
        ? { kind: 'paragraph', runs: [text('Nothing was changed in this place yet.')] }
        : {
            kind: 'bullets',
            items: acts.map((act) => [
              faint(`${showMoment(act.at, inEnglish(context), now)} `),
              strong(act.person.name),
              text(`: ${act.line}`),
              ...(act.channel === null ? [] : [text(' in '), channel(act.channel)]),
            ]),
          },
    );
    const here = await channelHere(context);
    if (here) {
      const of = { channel: here.id, limit: SHOWN };
      const editions = await editionsOf(db, tenant, of);
      const posts = await deliveriesOf(db, tenant, of);
      blocks.push({ kind: 'heading', level: 2, runs: [text('Digests of this channel')] });
      blocks.push(
        editions.length === 0
          ? { kind: 'paragraph', runs: [text('None was due yet. '), command('/news list')] }
          : {
              kind: 'bullets',
              items: editions.map((edition) => [text(becameOf(edition, posts, context))]),
            },
      );
    }
    return message(blocks);
  },
});

/** `2 Mar 08:30 · #3 · 5 stories left out · posted 08:30`. */
function becameOf(edition: Edition, posts: readonly Delivery[], context: Context): string {
  const own = posts.filter((post) => post.edition === edition.id);
  const said = own.map(({ state, reason, sentAt, attempts }) => {
    const when = sentAt ? ` ${showMoment(sentAt, inEnglish(context), context.now)}` : '';
    const tries = attempts > 1 ? ` after ${count(attempts, 'try')}` : '';
    return `${POSTED[state]}${when}${tries}${reason ? ` (${reason})` : ''}`;
  });
  const state =
    edition.state === 'made'
      ? said.join(', ')
      : edition.state === 'empty'
        ? 'nothing new'
        : `skipped: ${edition.reason ?? ''}`;
  const left =
    edition.leftOut.length > 0 ? ` · ${count(edition.leftOut.length, 'story')} left out` : '';
  return `${edition.slot.replace('T', ' ')} · #${edition.subscription}${left} · ${state}`;
}

export const auditCommands: readonly Command[] = [audit];
