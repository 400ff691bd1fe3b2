import { type Field, message, sentence, text } from '../chat/message.ts';
import { DAY } from '../lib/clock.ts';
import { spentByDay } from '../store/usage.ts';
import { type Command, type Context, declare } from './declare.ts';
import { count, ENGLISH, showMoney } from './show/words.ts';

const DAYS = 7;

const spend = declare({
  name: 'news spend',
  summary: 'What the language model has cost this place in the last week, and its budget',
  example: '/news spend',
  access: 'managers',
  isPersonal: true,
  options: {},
  async run(_, context) {
    const { db, tenant, now, model } = context;
    if (!model) {
      return sentence(
        'No language model is set up, so nothing is spent: summaries are in the outlets’ own sentences.',
      );
    }
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
      field('Model', model.name),
      ...days.map((day) => field(day.day, said(day, context))),
      field(`Last ${DAYS} days`, said(total, context)),
      field('Budget of a day', budgetOf(model.placeDay, today?.tokens ?? 0)),
    ];
    return message([
      { kind: 'fields', fields },
      {
        kind: 'note',
        runs: [text('Days are in UTC. Over the budget, summaries are made without the model.')],
      },
    ]);
  },
});

const field = (name: string, value: string): Field => ({ name, value: [text(value)] });

type Spent = { readonly calls: number; readonly tokens: number; readonly micros: number };

function said({ calls, tokens, micros }: Spent, { model }: Context): string {
  const money = model?.hasPrice ? ` · ${showMoney(micros, ENGLISH)}` : '';
  return `${count(calls, 'request')} · ${tokens.toLocaleString(ENGLISH)} tokens${money}`;
}

function budgetOf(
  { tokens, micros }: { readonly tokens: number | null; readonly micros: number | null },
  used: number,
): string {
  const parts = [
    tokens === null
      ? null
      : `${tokens.toLocaleString(ENGLISH)} tokens (${Math.max(0, tokens - used).toLocaleString(ENGLISH)} left today)`,
    micros === null ? null : showMoney(micros, ENGLISH),
  ].filter((one) => one !== null);
  return parts.join(' · ') || 'no limit';
}

export const spendCommands: readonly Command[] = [spend];
