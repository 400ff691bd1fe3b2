/** A speed beside a baseline that was run on the same input in turn: the ratio is what counts, machines differ. */
export type Speed = {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly baseline: string;
  /** Ours against the baseline's: over 1 is faster. */
  readonly ratio: number;
};

/** Measures one part of the product on the sets found in `dataDir`; empty where they are not there. */
export type Bench = (dataDir: string) => Promise<Speed[]>;
