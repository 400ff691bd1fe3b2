import { TOP_LEVEL_DOMAINS } from '../../text/abbreviations.ts';
import type { Reason } from './draft.ts';

// Every pattern is bounded, so that a hostile line costs no more than its length.
const SCHEME = /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bwww\d?\.|\b(?:mailto|javascript|data|tel):\S)/iu;
const MAIL = /[^\s@]{1,64}@[^\s@]{1,64}\.\p{L}{2,}/u;
const HOST = /(?<![\p{L}\p{N}.@-])((?:[\p{L}\p{N}-]{1,63}\.){1,6})(\p{L}{2,24})(?![\p{L}\p{N}])/gu;
// "example[.]com", "example (dot) com", "example dot com": hosts for people who are not to be linked.
const HIDDEN_HOST =
  /[\p{L}\p{N}]\s?(?:[[({<]\s?(?:\.|dot|punkt|punto|point)\s?[\])}>]|\sdot\s)\s?\p{L}{2,}/iu;
const NUMERIC_HOST = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]\d)/;
const PATH =
  /(?:^|\s)(?:~?\/[\w.-]{2,40}\/[\w./-]{0,80}|[A-Za-z]:\\\S|\.{1,2}\/\S)|(?<![\w-])[\w-]{2,40}\/[\w-]{1,40}\/[\w./-]{1,80}\.\w{1,5}\b/u;

const MENTION = /(?<![\p{L}\p{N}])@\s?[\p{L}\p{N}_]|<[@#!:/a-z]|＠|:[a-z0-9_+-]{2,32}:/iu;
const MARKUP =
  /`|\*\S|\S\*|(?:^|\s)_\S|\S_(?:\s|$)|__|~~|~\S[^~]{0,200}~|\|\||\]\s?\(|\[[^\]]{0,80}\]\[|!\[|<\/?[a-z!]|&(?:#?\w{2,8});|\{\{|\}\}|^\s{0,3}(?:#{1,6}\s|>|[-+*]\s|\d{1,2}[.)]\s)|\||\\/iu;
const CODE =
  /[{}]|[;=]\s*$|\s=\s|=>|==|!=|&&|::|\+\+|\$\(|\$\{|\w\(\)|\b\w{1,40}\.\w{1,40}\(|[\w\]]\(["'\w]{0,40}[,=)]\S|\b(?:import|from) [a-z_][\w.]{1,40} import\b|^(?:import|def|class|function|const|let|var|return|while|print) \S+[^.]*$|\b(?:rm -rf|chmod|sudo|curl|wget|powershell|cmd\.exe|systemctl|apt-get|pip install|npm i)\b(?= [-/.\w])|\b\w{1,40}_\w{1,40}_\w/u;

const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\u{e0000}-\u{e0fff}]|\u034f|[\u180b-\u180e]|[\ufe00-\ufe0f]/u;
const PICTURE = /\p{Extended_Pictographic}(?<![©®™])|[\u{1f1e6}-\u{1f1ff}]|\p{Co}|\p{Cn}|\p{Cs}/u;
const PILED = /\p{M}{3}/u;
const MIXED_SCRIPTS =
  /(?=[\p{L}]*\p{Script=Latin})(?=[\p{L}]*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{2,}/u;
// "s p e l l e d", and what is left when spaces are taken out or a text is encoded.
const SPELLED = /(?:(?<![\p{L}\p{N}])[\p{L}\p{N}][\s.-]){5}/u;
const BLOB =
  /[\p{L}\p{N}+/=_-]{46,}|(?=[\w+/]{0,200}\d)(?=[\w+/]{0,200}[A-Z])(?=[\w+/]{0,200}[a-z])[\w+/]{22,}={0,2}/u;

// Of these nothing is unseen, piled up, a picture or of another script: most sentences need no closer look.
const PLAIN = /^[\x20-\x7e\u00a0\u00c0-\u017f‘’“”„«»–—…€£]*$/;

/**
 * What of a text may not stand in a digest whoever wrote it, or undefined: addresses, mentions, markup, code, and
 * characters that cannot be seen or hide others. Names such as "Booking.com" are addresses too: chat would link them.
 */
export function forbiddenIn(text: string): { reason: Reason; what: string } | undefined {
  const plain = PLAIN.test(text);
  const unseen = plain ? null : (UNSEEN.exec(text) ?? PICTURE.exec(text) ?? PILED.exec(text));
  if (unseen) return { reason: 'characters', what: `U+${hex(unseen[0])}` };
  const address = addressIn(text);
  if (address) return { reason: 'address', what: address };
  for (const [reason, pattern] of [
    ['mention', MENTION],
    ['markup', MARKUP],
    ['code', CODE],
    ['characters', MIXED_SCRIPTS],
    ['characters', SPELLED],
    ['characters', BLOB],
  ] as const) {
    if (plain && pattern === MIXED_SCRIPTS) continue;
    const found = pattern.exec(text);
    if (found) return { reason, what: found[0].trim().slice(0, 40) };
  }
  return undefined;
}

const hex = (character: string) =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

function addressIn(text: string): string | undefined {
  // Each is looked for only where the character stands that it cannot do without.
  const found =
    (/:|www/i.test(text) ? SCHEME.exec(text) : null) ??
    (text.includes('@') ? MAIL.exec(text) : null) ??
    HIDDEN_HOST.exec(text) ??
    NUMERIC_HOST.exec(text) ??
    (/[/\\]/.test(text) ? PATH.exec(text) : null);
  if (found) return found[0].trim();
  for (const match of text.matchAll(HOST)) {
    if (isHost(match[1] ?? '', match[2] ?? '')) return match[0];
  }
  return undefined;
}

// "deal.The" lost a space and "U.S" or "a.m" are abbreviations; "shop.example" and "corp.biz" are hosts.
function isHost(labels: string, last: string): boolean {
  const ending = last.toLowerCase();
  if (TOP_LEVEL_DOMAINS.has(ending) && /[\p{L}\p{N}-]{2,}\.$/u.test(labels)) return true;
  if (/^xn--|\.xn--/i.test(`${labels}${last}`)) return true;
  const parts = labels.split('.').filter(Boolean);
  if (parts.some((part) => part.length < 2)) return false;
  return last === ending && /\p{L}/u.test(labels);
}
