import type { Spent } from '../../lib/completion.ts';
import type { Digest } from '../../news/digest.ts';
import type { Refusal } from '../check/draft.ts';
import type { DigestMaterial } from '../material.ts';

/** What a digest is asked for with beside its material. */
export type Commission = DigestMaterial & {
  /** Who pays for it, where it costs anything. */
  readonly tenant: string;
  /** Ends the writing: what is there by then is what it gets. */
  readonly signal?: AbortSignal;
};

/** A checked digest and what became of the writing. */
export type Written = {
  readonly digest: Digest;
  /** What the writer handed in and the check took out. */
  readonly refused: readonly Refusal[];
  /** Why the model's words are not in it, in words for the operator; null where they are, or none was asked. */
  readonly trouble: string | null;
  /** What it cost, where a model wrote it and its server said so. */
  readonly spent?: Spent;
};

/** Writes digests. Whatever happens there is a digest: the outlets' own sentences, if nothing better. */
export type Writer = {
  /** What its digests are signed and kept under: `extractive` or the model's name. */
  readonly name: string;
  write(commission: Commission): Promise<Written>;
};
