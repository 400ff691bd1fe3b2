import { type Block, channel, command, faint, message, strong, text } from '../chat/message.ts';
import type { Delivery, Edition } from '../news/delivery.ts';
import { actsOf } from '../store/audit.ts';
import { postsOfEditions } from '../store/deliveries.ts';
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
      const editions = await editionsOf(db, tenant, { channel: here.id, limit: SHOWN });
      const ids = editions.map(({ id }) => id);
      const posts = await postsOfEditions(db, tenant, ids);
      blocks.push({ kind: 'heading', level: 2, runs: [text(words.digests)] });
      blocks.push(
        editions.length === 0
          ? { kind: 'paragraph', runs: words.noDigests(command('/news list')) }
          : {
              kind: 'bullets',
              items: editions.map((edition) => [
                text(becameOf(edition, posts.get(edition.id) ?? [], context)),
              ]),
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
  const said = posts.map(({ state, reason, sentAt, attempts }) => {
    const when = sentAt ? ` ${showMoment(sentAt, context, context.now)}` : '';
    const tries = attempts > 1 ? ` ${words.tries(attempts)}` : '';
    return `${posted[state]}${when}${tries}${reason ? ` (${reasonIn(reason, texts)})` : ''}`;
  });
  const state =
    edition.state === 'made'
      ? inTurn(said)
      : edition.state === 'empty'
        ? words.nothingNew
        : words.skipped(reasonIn(edition.reason ?? '', texts));
  const left = edition.leftOut.length > 0 ? ` · ${words.leftOut(edition.leftOut.length)}` : '';
  return `${edition.slot.replace('T', ' ')} · #${edition.subscription}${left} · ${state}`;
}

/** In the order of the posts; what became of several in a row alike is said once: `3 × posted 08:30, given up`. */
function inTurn(said: readonly string[]): string {
  const rows: { readonly of: string; times: number }[] = [];
  for (const of of said) {
    const last = rows.at(-1);
    if (last?.of === of) last.times += 1;
    else rows.push({ of, times: 1 });
  }
  return rows.map(({ of, times }) => (times > 1 ? `${times} × ${of}` : of)).join(', ');
}

export const auditCommands: readonly Command[] = [audit];
