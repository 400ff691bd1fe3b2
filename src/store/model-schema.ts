import type { ColumnType } from 'kysely';

type Counter = ColumnType<number, number, number>;

/** What a language model has cost, by who it is counted for and when. */
type UsageTable = {
  /** Empty: all tenants together. */
  tenant: string;
  /** `all`, `tenant` or `person ID`. */
  holder: string;
  /** A day `2026-03-01` or an hour `2026-03-01T10`, UTC. */
  time_window: string;
  calls: Counter;
  tokens: Counter;
  /** Millionths of the operator's currency. */
  micros: Counter;
};

/** Answers of a language model by the hash of what was asked: the same is never paid for twice. */
type ModelAnswerTable = { tenant: string; key: string; body: string; made_at: number };

export type ModelSchema = { usage: UsageTable; model_answers: ModelAnswerTable };
