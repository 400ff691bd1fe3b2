// Parameters that tell where a reader came from, never which article it is.
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|cmpid|cmp|ncid|ocid|smid|sr_share|ref_src|at_(?:medium|campaign|custom\d|link_\w+)|wt_mc|wtmc|xtor|rss|partner|ito|ns_(?:source|mchannel|campaign|linkname|fee)|feedType|feedName|_ga|spm|__twitter_impression|guccounter|src|source|ref)$/i;
// Short ones that may also be meaningful are dropped only with a value that says "feed".
const AMBIGUOUS = /^(?:rss|partner|src|source|ref|cmp)$/i;

/**
 * The address an article is known by: without fragment, tracking parameters, default port, user name and password, so
 * that the same article from two feeds is one and can be shown to everybody. Undefined for what is no http address.
 */
export function canonicalUrl(raw: string): string | undefined {
  if (!URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const [name, value] of [...url.searchParams]) {
    if (!TRACKING.test(name)) continue;
    if (AMBIGUOUS.test(name) && !/rss|feed|atom|^$|^1$/i.test(value)) continue;
    url.searchParams.delete(name);
  }
  return url.href;
}

/** Whether two addresses belong to one publisher's site, `www.` and `m.` aside. */
export function sameSite(a: string, b: string): boolean {
  const host = (raw: string) => new URL(raw).hostname.replace(/^(?:www|m|mobile|amp)\./, '');
  return URL.canParse(a) && URL.canParse(b) && host(a) === host(b);
}
