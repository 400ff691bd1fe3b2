import { type Block, channel, command, faint, message, strong, text } from '../chat/message.ts';
import type { Delivery, Edition } from '../news/delivery.ts';
import { actsOf } from '../store/audit.ts';
import { deliveriesOf } from '../store/deliveries.ts';
import { editionsOf } from '../store/editions.ts';
import { type Command, type Context, declare } from './declare.ts';
import { showMoment } from './show/words.ts';
import { channelHere } from './subscription/place.ts';
import { textsIn } from './texts/index.ts';
import { reasonIn } from './texts/phrases.ts';

const SHOWN = 10;

const audit = declare({
  name: 'news audit',
  example: '/news audit',
  access: 'managers',
  isPersonal: true,
  options: {},
  async run(_, context) {
    const { db, tenant, now } = context;
    const words = textsIn(context.language).audit;
    // One person in one place.
    const isTerminal = context.asker.platform === 'terminal';
    const acts = await actsOf(db, tenant, SHOWN);
    const blocks: Block[] = [{ kind: 'heading', level: 2, runs: [text(words.changes)] }];
    blocks.push(
      acts.length === 0
        ? { kind: 'paragraph', runs: [text(words.noChanges)] }
        : {
            kind: 'bullets',
            items: acts.map((act) => [
              faint(`${showMoment(act.at, context, now)} `),
              ...words.act(
                isTerminal ? null : strong(act.person.name),
                act.line,
                isTerminal || act.channel === null ? null : channel(act.channel),
              ),
            ]),
          },
    );
    const here = await channelHere(context);
    if (here) {
      const of = { channel: here.id, limit: SHOWN };
      const editions = await editionsOf(db, tenant, of);
      const posts = await deliveriesOf(db, tenant, of);
      blocks.push({ kind: 'heading', level: 2, runs: [text(words.digests)] });
      blocks.push(
        editions.length === 0
          ? { kind: 'paragraph', runs: words.noDigests(command('/news list')) }
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
  const texts = textsIn(context.language);
  const { audit: words, posted } = texts;
  const own = posts.filter((post) => post.edition === edition.id);
  const said = own.map(({ state, reason, sentAt, attempts }) => {
    const when = sentAt ? ` ${showMoment(sentAt, context, context.now)}` : '';
    const tries = attempts > 1 ? ` ${words.tries(attempts)}` : '';
    return `${posted[state]}${when}${tries}${reason ? ` (${reasonIn(reason, texts)})` : ''}`;
  });
  const state =
    edition.state === 'made'
      ? said.join(', ')
      : edition.state === 'empty'
        ? words.nothingNew
        : words.skipped(reasonIn(edition.reason ?? '', texts));
  const left = edition.leftOut.length > 0 ? ` · ${words.leftOut(edition.leftOut.length)}` : '';
  return `${edition.slot.replace('T', ' ')} · #${edition.subscription}${left} · ${state}`;
}

export const auditCommands: readonly Command[] = [audit];
