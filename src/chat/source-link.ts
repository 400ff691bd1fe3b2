import { cleanText } from './clean.ts';
import type { Run } from './message.ts';

/**
 * An article's address as it may stand in a message: http or https, without a name and password in it, written by the
 * URL parser and not by the feed. Null where there is none, where it is longer than `max`, and where following it would
 * join a server or a workspace: no article stands there.
 */
export function linkTarget(url: string | null | undefined, max: number): string | null {
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  if (isInvite(parsed)) return null;
  const written = parsed.href.replace(
    /[<>|()"'`*\\]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return written.length <= max ? written : null;
}

const INVITES = /^(?:[\w-]+\.)*(?:discord\.gg\/|discord(?:app)?\.com\/+invite|join\.slack\.com\/)/i;

/** Browsers take `%69nvite` for `invite`, and a dot after a host for nothing. */
function isInvite({ hostname, pathname }: URL): boolean {
  const path = pathname.replace(/%[2-7][0-9a-f]/gi, decodeURIComponent);
  return INVITES.test(hostname.replace(/\.$/, '') + path);
}

// With a scheme or without, and whatever belongs to it up to the next space.
const ADDRESS =
  /(?<![\p{L}\p{N}-])(?:[a-z][a-z+.-]{0,20}:\/\/[^\s/?#]+|(?:[\p{L}\p{N}-]+\.){1,20}(?:xn--[a-z0-9-]+|\p{L}{2,})(?![\p{L}\p{N}]))(?:[:/?#]\S*)?/giu;

/**
 * What may be written over a link to `target`: an outlet's `name`, or `words` such as a headline. What looks like
 * another site's address gives way to the true host, and so does a name that holds one; words that hold one are
 * followed by the true host, since a headline may well speak of a site.
 */
export function linkLabel(label: string, target: string, kind: 'name' | 'words'): string {
  const host = new URL(target).hostname;
  const said = cleanText(label).trim();
  if (!said) return host;
  // Wide letters and dots of other scripts look like those of an address.
  const read = said.normalize('NFKC').replaceAll('。', '.');
  const foreign = [...read.matchAll(ADDRESS)].filter(([named]) => !isSameSite(hostIn(named), host));
  if (foreign.length === 0) return said;
  const isAll = foreign.some(([named]) => named === read);
  return kind === 'name' || isAll ? host : `${said} (${host})`;
}

/** An outlet's name stands over a link unless other words are given. */
export const labelKind = (run: Run & { kind: 'source' }): 'name' | 'words' =>
  run.text === undefined ? 'name' : 'words';

const hostIn = (address: string): string =>
  address.replace(/^[a-z][a-z+.-]*:\/\//i, '').replace(/[/?#:].*$/u, '');

function isSameSite(named: string, host: string): boolean {
  const bare = (name: string) => name.toLowerCase().replace(/^www\./, '');
  return bare(host) === bare(named) || bare(host).endsWith(`.${bare(named)}`);
}
