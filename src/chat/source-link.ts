import { cleanText } from './clean.ts';

/**
 * An article's address as it may stand in a message: http or https, without a name and password in it, written by the
 * URL parser and not by the feed. Null where there is none or it is longer than `max`.
 */
export function linkTarget(url: string | null | undefined, max: number): string | null {
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) return null;
  const written = parsed.href.replace(
    /[<>|()"'`*\\]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return written.length <= max ? written : null;
}

const HOST = /^(?:[a-z][a-z+.-]*:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/iu;
const ADDRESS = /[a-z][a-z+.-]*:\/\/([^\s/?#]+)/giu;

/**
 * What may be written over a link to `target`. A label that looks like another site's address gives way to the true
 * host; one that only holds such an address is followed by it.
 */
export function linkLabel(label: string, target: string): string {
  const host = new URL(target).hostname;
  const words = cleanText(label).trim();
  if (!words) return host;
  if (HOST.test(words)) return isSameSite(hostIn(words), host) ? words : host;
  const foreign = [...words.matchAll(ADDRESS)].some(([, named = '']) => !isSameSite(named, host));
  return foreign ? `${words} (${host})` : words;
}

const hostIn = (words: string): string =>
  words.replace(/^[a-z][a-z+.-]*:\/\//i, '').replace(/[/?#:].*$/u, '');

function isSameSite(named: string, host: string): boolean {
  const bare = (name: string) => name.toLowerCase().replace(/^www\./, '');
  return bare(host) === bare(named) || bare(host).endsWith(`.${bare(named)}`);
}
