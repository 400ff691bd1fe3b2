/** One word as it stands in a text. */
export type Token = {
  readonly text: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Begins with a digit. */
  readonly number: boolean;
  /** Opens a sentence, a line or a quotation: a capital letter says nothing there. */
  readonly opens: boolean;
};

const APART = 0;
const LETTER = 1;
const CAPITAL = 2;
const DIGIT = 3;
const UNSPACED = 4;
const BINDS = 5;
const UNKNOWN = 255;

// Han, kana, Thai, Lao, Khmer, Burmese: scripts that put no spaces between words.
const UNSPACED_SCRIPTS =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;
const OPENERS = new Set([...'.!?:\n•"“„«—。！？'].map((char) => char.charCodeAt(0)));

// What each UTF-16 unit is, worked out when it is first met: looking it up is several times faster
// than a Unicode regular expression, and reading words is a third of what an article costs.
const kinds = new Uint8Array(0x10000).fill(UNKNOWN);

function kindOf(code: number): number {
  const known = kinds[code]!;
  if (known !== UNKNOWN) return known;
  const char = String.fromCharCode(code);
  let kind = APART;
  if (/\p{Lu}|\p{Lt}/u.test(char)) kind = CAPITAL;
  else if (/[\p{L}\p{M}]/u.test(char)) kind = UNSPACED_SCRIPTS.test(char) ? UNSPACED : LETTER;
  else if (/\p{N}/u.test(char)) kind = DIGIT;
  else if (/['’.]/.test(char)) kind = BINDS;
  kinds[code] = kind;
  return kind;
}

const inWord = (kind: number) => kind === LETTER || kind === CAPITAL || kind === DIGIT;

/**
 * Calls `visit` with each word of `text` in order until it returns false. Letters and digits make a word; an apostrophe
 * or a dot binds where they stand on both sides (don't, U.S, 2.5), a hyphen parts. Runs of a script without spaces
 * come as overlapping pairs of characters.
 */
export function eachToken(text: string, visit: (token: Token) => boolean): void {
  const length = text.length;
  let opens = true;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === APART || kind === BINDS) {
      if (OPENERS.has(code)) opens = true;
      at += 1;
      continue;
    }
    const start = at;
    if (kind === UNSPACED) {
      while (at < length && kindOf(text.charCodeAt(at)) === UNSPACED) at += 1;
      for (let i = start; i === start || i < at - 1; i += 1) {
        const pair = text.slice(i, Math.min(i + 2, at));
        if (!visit({ text: pair, capital: false, number: false, opens })) return;
      }
    } else {
      for (at += 1; at < length; at += 1) {
        const next = kindOf(text.charCodeAt(at));
        if (inWord(next)) continue;
        if (next !== BINDS || !inWord(kindOf(text.charCodeAt(at + 1)))) break;
      }
      const word = text.slice(start, at);
      if (!visit({ text: word, capital: kind === CAPITAL, number: kind === DIGIT, opens })) return;
    }
    opens = false;
  }
}
