/** One line of `npm run quality`: a figure beside what it should be. */
export type Row = {
  readonly set: string;
  readonly measure: string;
  readonly figure: number;
  /** The least it should be; null where the figure is only information. */
  readonly target: number | null;
  /** The target is the most it should be: what is counted are faults. */
  readonly atMost?: true;
  readonly note?: string;
};

/** Measures one part of the product on the sets found in `dataDir` (the folder that holds `stories/`, `quotes/`, …). */
export type Measure = (dataDir: string) => Promise<Row[]>;
