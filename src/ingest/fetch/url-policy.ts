import { domainToUnicode } from 'node:url';

// Ports of services that answer plain requests but are no news: reaching them is what an attacker wants.
const DENIED_PORTS = new Set([
  1433, 1521, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 4444, 5000, 5432, 5601, 5672, 5900, 5984,
  5985, 6000, 6379, 6443, 6660, 6661, 6662, 6663, 6664, 6665, 6666, 6667, 6668, 6669, 6697, 7001,
  8500, 9000, 9042, 9090, 9092, 9200, 9300, 10250, 10255, 11211, 15672, 27017, 27018, 50070,
]);
const OPEN_PORTS = new Set([80, 443, 8080, 8443]);

const PRIVATE_SUFFIXES =
  /(?:^|\.)(?:local|internal|localhost|localdomain|lan|intranet|home\.arpa|onion|i2p)$/;
const ADDRESS = /^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/;

/**
 * The URL if its form is one we may fetch: http or https, no user name or password, a usual port, a host with a
 * dot that is not of a private zone. Addresses are judged when they are dialled (address-policy.ts), not here.
 */
export function fetchableUrl(raw: string): URL | undefined {
  // Parsers disagree on where a host ends before a backslash; no honest address has one.
  if (raw.includes('\\') || !URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username || url.password) return undefined;
  if (!isOpenPort(url)) return undefined;
  const host = url.hostname.replace(/\.$/, '').toLowerCase();
  if (!host || PRIVATE_SUFFIXES.test(host)) return undefined;
  if (!ADDRESS.test(host) && !isPublicName(host)) return undefined;
  url.hash = '';
  return url;
}

/** Several labels, the last with a letter: digits of another script are an address in disguise. */
function isPublicName(host: string): boolean {
  return host.includes('.') && /\p{L}/u.test(domainToUnicode(host).split('.').at(-1) ?? '');
}

function isOpenPort(url: URL): boolean {
  if (url.port === '') return true;
  const port = Number(url.port);
  return OPEN_PORTS.has(port) || (port > 1024 && !DENIED_PORTS.has(port));
}
