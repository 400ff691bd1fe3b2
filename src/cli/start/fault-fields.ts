import { reasonOf } from '../../lib/errors.ts';
import type { Fields } from '../../lib/log.ts';

/**
 * What the log may hold of a fault out of a platform's library: not its properties, since those of a refused request
 * name its address, and an interaction's address holds its token.
 */
export function faultFields(error: unknown): Fields {
  const reason = reasonOf(error);
  return error instanceof Error ? { name: error.name, reason, stack: error.stack } : { reason };
}
