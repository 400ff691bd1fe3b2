import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressPolicy } from './address-policy.ts';

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export const systemResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })).map((entry) => entry.address);

/** The address may not be dialled. Its message says nothing about what stands there. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
  constructor() {
    super('the address is not public');
  }
}

type Connector = buildConnector.connector;

/**
 * A connector that dials only addresses the policy allows, and dials the very address it has judged: between
 * judging a name and using it there is no second look-up that a hostile name server could answer differently.
 * One forbidden address among a name's answers forbids the name.
 */
export function pinnedConnector(options: {
  readonly mayDial: AddressPolicy;
  readonly resolve: Resolve;
  /** Host and port of the origins that are the operator's own; the address policy does not bind them. */
  readonly exempt: (hostname: string, port: string) => boolean;
  /** Opens the socket; tests put their own here. */
  readonly dial?: Connector;
}): Connector {
  const dial = options.dial ?? buildConnector({ timeout: 10_000, allowH2: false });

  async function addressesOf(hostname: string): Promise<readonly string[]> {
    const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    return isIP(bare) ? [bare] : options.resolve(bare);
  }

  return (target, callback) => {
    addressesOf(target.hostname).then(
      (addresses) => {
        const port = target.port || (target.protocol === 'https:' ? '443' : '80');
        const allowed =
          addresses.length > 0 &&
          (options.exempt(target.hostname, port) || addresses.every(options.mayDial));
        if (!allowed) return callback(new RefusedAddress(), null);
        dialInTurn(addresses, target, callback);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };

  function dialInTurn(
    addresses: readonly string[],
    target: buildConnector.Options,
    callback: buildConnector.Callback,
  ): void {
    const [first, ...others] = addresses;
    // The certificate must be the name's, so it is asked for by name though the address is dialled.
    const servername = target.servername || (isIP(target.hostname) ? '' : target.hostname);
    const pinned = { ...target, hostname: first ?? '', ...(servername && { servername }) };
    dial(pinned, (...result) => {
      if (result[0] && others.length > 0) dialInTurn(others, target, callback);
      else callback(...result);
    });
  }
}
