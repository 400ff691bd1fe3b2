import type { Delivery } from '../../news/delivery.ts';

/** What became of a post, in words. */
export const POSTED: Readonly<Record<Delivery['state'], string>> = {
  pending: 'waits to be posted',
  sending: 'is being posted',
  sent: 'posted',
  ambiguous: 'the platform did not say whether it stands: it is looked for',
  parked: 'given up',
};
