import type { Span } from '../text/span.ts';
import { isSpace } from './paragraphs.ts';
import type { Region } from './regions.ts';

/** A word, a punctuation mark, or a whole quoted region of the text. */
export type Token = Span & {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'punct' | 'quote';
  /** It begins with a capital letter. */
  readonly cap: boolean;
  /** Index of the region for `quote`, else -1. */
  readonly region: number;
  readonly paragraph: number;
  /** Sentences are numbered through the text; quotes count as words of the sentence they stand in. */
  readonly sentence: number;
};

export type Tokens = {
  readonly list: readonly Token[];
  /** The token of each region. */
  readonly ofRegion: readonly number[];
  /** For each sentence its first token. */
  readonly sentenceStart: readonly number[];
  /** For each paragraph its first token. */
  readonly paragraphStart: readonly number[];
};

const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl pvt brig hon rev fr st jr sr inc corp co
  ltd llc bros vs etc no nos jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala
  ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex vt va wash
  wis wyo dept est fig approx ave blvd dem ret amb atty pres supt asst messrs mme mlle hr nr bzw ca sra srta dra ud uds dott sig`.split(
    /\s+/,
  ),
);

/** The words and marks outside quotes, each quoted region as one token. */
export function tokensOf(
  text: string,
  paragraphs: readonly Span[],
  regions: readonly Region[],
): Tokens {
  const list: Token[] = [];
  const ofRegion: number[] = [];
  const sentenceStart: number[] = [];
  const paragraphStart: number[] = [];
  let region = 0;
  let sentence = -1;
  for (const [p, paragraph] of paragraphs.entries()) {
    paragraphStart.push(list.length);
    let fresh = true; // the next token begins a sentence
    let last: Token | undefined;
    let at = paragraph.start;
    const push = (start: number, end: number, kind: Token['kind'], index: number) => {
      const word = kind === 'quote' ? '' : text.slice(start, end);
      const cap = kind === 'word' && isUpper(word);
      if (fresh || startsSentence(last, text, regions, kind, cap, word, start)) {
        sentence++;
        sentenceStart.push(list.length);
        fresh = false;
      }
      last = {
        start,
        end,
        text: word,
        lower: kind === 'word' ? word.toLowerCase() : word,
        kind,
        cap,
        region: index,
        paragraph: p,
        sentence,
      };
      list.push(last);
    };
    while (at < paragraph.end) {
      while (region < regions.length && regions[region]!.close <= at && regions[region]!.open < at)
        region++;
      const next = regions[region];
      if (next && next.open <= at) {
        ofRegion.push(list.length);
        const end = Math.max(next.close, at + 1);
        push(next.open, end, 'quote', region);
        region++;
        at = end;
        continue;
      }
      const code = text.charCodeAt(at);
      if (isSpace(code)) {
        at++;
        continue;
      }
      const limit = next && next.open < paragraph.end ? next.open : paragraph.end;
      if (isWordCode(code)) {
        const end = wordEnd(text, at, limit);
        push(at, end, 'word', -1);
        at = end;
      } else if ((code === 0x27 || code === 0x2019) && isPossessive(text, at, limit)) {
        push(at, at + 2, 'word', -1);
        at += 2;
      } else {
        push(at, at + 1, 'punct', -1);
        at++;
      }
    }
  }
  paragraphStart.push(list.length);
  sentenceStart.push(list.length);
  return { list, ofRegion, sentenceStart, paragraphStart };
}

/** Whether a token begins a sentence, given the one before it in the same paragraph. */
function startsSentence(
  last: Token | undefined,
  text: string,
  regions: readonly Region[],
  kind: Token['kind'],
  cap: boolean,
  word: string,
  start: number,
): boolean {
  if (!last) return true;
  const opener =
    kind === 'quote' || cap || isDigit(word.charCodeAt(0)) || word === '(' || word === '[';
  if (!opener) return false;
  if (last.kind === 'quote') {
    const inner = regions[last.region]!;
    const end = lastLetter(text, inner.start, inner.end);
    return end === '.' || end === '!' || end === '?' || end === '…';
  }
  if (last.kind === 'punct') {
    return (
      (last.text === '.' || last.text === '!' || last.text === '?' || last.text === '…') &&
      (start > last.end || kind === 'quote' || cap)
    );
  }
  return false;
}

/** The last character that is neither white space nor a quote mark. */
export function lastLetter(text: string, start: number, end: number): string {
  let at = end;
  while (at > start && (isSpace(text.charCodeAt(at - 1)) || /['’"”)\]]/.test(text[at - 1]!))) at--;
  return at > start ? text[at - 1]! : '';
}

function wordEnd(text: string, from: number, limit: number): number {
  let at = from + 1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      at++;
      continue;
    }
    const next = at + 1 < limit ? text.charCodeAt(at + 1) : 0;
    if (!isWordCode(next)) break;
    // - & / @ _ and the apostrophes bind; a possessive 's is a word of its own.
    if (code === 0x2d || code === 0x26 || code === 0x40 || code === 0x2010 || code === 0x2011)
      at += 2;
    else if (code === 0x27 || code === 0x2019) {
      if (isPossessive(text, at, limit)) break;
      at += 2;
    } else if (code === 0x2e && (isDigit(next) || at - from === 1 || text[at - 2] === '.')) at += 2;
    else if (code === 0x2c && isDigit(next) && isDigit(text.charCodeAt(at - 1))) at += 2;
    else break;
  }
  if (at < limit && text[at] === '.' && at - from < 7) {
    const word = text.slice(from, at);
    if (
      ABBREVIATIONS.has(word.toLowerCase()) ||
      word.includes('.') ||
      (word.length === 1 && isUpper(word))
    ) {
      const after = text.slice(at + 1, at + 3);
      // "No." and the like end a sentence when nothing follows in the paragraph.
      if (at + 1 < limit || !after) return at + 1;
    }
  }
  return at;
}

function isPossessive(text: string, at: number, limit: number): boolean {
  const s = text[at + 1];
  return (s === 's' || s === 'S') && at + 2 <= limit && !isWordCode(text.charCodeAt(at + 2));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isUpper(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  const first = word[0]!;
  return first !== first.toLowerCase();
}

/** Letters, digits and combining marks, and # @ which begin names on the web. */
function isWordCode(code: number): boolean {
  if (code < 128) {
    return (
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 48 && code <= 57) ||
      code === 35 ||
      code === 64 ||
      code === 95
    );
  }
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code >= 0x2000 && code <= 0x206f) return false;
  if (code >= 0x20a0 && code <= 0x20cf) return false;
  if (code >= 0x2190 && code <= 0x2bff) return false;
  if (code >= 0x2e00 && code <= 0x2e7f) return false;
  if (code >= 0x3000 && code <= 0x303f) return false;
  if (code >= 0xff00 && code <= 0xff0f) return false;
  return code !== 0xd7 && code !== 0xf7 && code !== 0xfeff;
}
