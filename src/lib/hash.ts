import { createHash } from 'node:crypto';

/** The first 32 hex digits of the SHA-256 of `data`: enough to tell contents apart, short enough to store. */
export function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 32);
}
