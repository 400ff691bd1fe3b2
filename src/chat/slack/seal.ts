import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { UserError } from '../../lib/errors.ts';
import type { Secret } from '../../lib/secret.ts';

/** Texts that only who holds the key can read. `place` is bound to them: what was sealed for one opens for no other. */
export type Seal = {
  close(words: string, place: string): string;
  /** Throws UserError where the key is another one or the text was changed. */
  open(sealed: string, place: string): string;
};

const VERSION = 'v1';
const NONCE = 12;
const TAG = 16;
// Keys are made once at the start: 64 MB and some 0.1 s are the price of a guess.
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** AES-256-GCM under a key derived from the operator's passphrase: `v1.<nonce, tag and cipher in base64url>`. */
export function createSeal(passphrase: Secret): Seal {
  const key = scryptSync(passphrase.reveal(), 'crier installations v1', 32, COST);
  return {
    close(words, place) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      cipher.setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, place) {
      const [version, packed = ''] = sealed.split('.');
      const bytes = Buffer.from(packed, 'base64url');
      if (version !== VERSION || bytes.length < NONCE + TAG) {
        throw new UserError('What is stored of Slack was written by another version of Crier.');
      }
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), {
        authTagLength: TAG,
      });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      try {
        const body = bytes.subarray(NONCE + TAG);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new UserError(
          'CRIER_ENCRYPTION_KEY is not the key that the Slack installations were stored with. Put the former key back, or let every workspace install Crier again.',
          { cause },
        );
      }
    },
  };
}
