import { type Field, message, sentence, text } from '../chat/message.ts';
import { DAY } from '../lib/clock.ts';
import { spentByDay } from '../store/usage.ts';
import { type Command, type Context, declare } from './declare.ts';
import { showMoney } from './show/words.ts';
import { type Texts, textsIn } from './texts/index.ts';

const DAYS = 7;

const spend = declare({
  name: 'news spend',
  example: '/news spend',
  access: 'managers',
  isPersonal: true,
  options: {},
  async run(_, context) {
    const { db, tenant, now, model } = context;
    const texts = textsIn(context.language);
    const words = texts.spend;
    if (!model) return sentence(words.noModel);
    const first = new Date(now.getTime() - (DAYS - 1) * DAY).toISOString().slice(0, 10);
    const days = await spentByDay(db, tenant, first);
    const total = days.reduce(
      (sum, day) => ({
        calls: sum.calls + day.calls,
        tokens: sum.tokens + day.tokens,
        micros: sum.micros + day.micros,
      }),
      { calls: 0, tokens: 0, micros: 0 },
    );
    const today = days.find(({ day }) => day === now.toISOString().slice(0, 10));
    const fields: Field[] = [
      field(words.model, model.name),
      ...days.map((day) => field(day.day, said(day, context))),
      field(words.lastDays(DAYS), said(total, context)),
      field(words.budget, budgetOf(model.placeDay, today?.tokens ?? 0, texts)),
    ];
    return message([
      { kind: 'fields', fields },
      { kind: 'note', runs: [text(words.note)] },
    ]);
  },
});

const field = (name: string, value: string): Field => ({ name, value: [text(value)] });

type Spent = { readonly calls: number; readonly tokens: number; readonly micros: number };

function said({ calls, tokens, micros }: Spent, { model, language }: Context): string {
  const { spend: words, card } = textsIn(language);
  const money = model?.hasPrice ? ` · ${showMoney(micros, language)}` : '';
  return `${words.requests(calls)} · ${card.tokens(tokens)}${money}`;
}

function budgetOf(
  { tokens, micros }: { readonly tokens: number | null; readonly micros: number | null },
  used: number,
  { spend: words, card, language }: Texts,
): string {
  const parts = [
    tokens === null ? null : words.leftToday(card.tokens(tokens), Math.max(0, tokens - used)),
    micros === null ? null : showMoney(micros, language),
  ].filter((one) => one !== null);
  return parts.join(' · ') || words.noLimit;
}

export const spendCommands: readonly Command[] = [spend];
