import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';

// What labels mean in practice (https://encoding.spec.whatwg.org/#names-and-labels): pages that say Latin-1
// hold Windows-1252, GB 2312 is read as its superset, and so on.
const MEANT: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-gbk': 'gb18030',
  gbk: 'gb18030',
  'ks_c_5601-1987': 'cp949',
  'euc-kr': 'cp949',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
  'windows-31j': 'shift_jis',
  'x-euc-jp': 'euc-jp',
  'big5-hkscs': 'big5',
  utf8: 'utf-8',
  'x-mac-roman': 'macintosh',
};

// Declarations stand at the top: browsers look no further than 1 KB, feeds may have a long comment first.
const HEAD_BYTES = 4_096;
// Enough for a guess; chardet's cost grows with what it is shown.
const GUESS_BYTES = 64 * 1_024;

/**
 * The text of a feed or page. What tells the encoding, best first: byte order mark, the Content-Type header, the
 * XML declaration or `<meta charset>`, being valid UTF-8, a guess from the letters' frequencies, Windows-1252.
 * A declaration that the bytes contradict is passed over. Never throws.
 */
export function decodeBody(bytes: Uint8Array, contentType: string | null): string {
  const marked = byteOrderMark(bytes);
  if (marked) return iconv.decode(bytes.subarray(marked.length), marked.encoding);
  const wide = wideWithoutMark(bytes);
  if (wide) return iconv.decode(bytes, wide);
  const head = iconv.decode(bytes.subarray(0, HEAD_BYTES), 'latin1');
  const header = headerCharset(contentType);
  const byHeader = header === null ? null : decodeAs(bytes, header);
  if (byHeader !== null) return byHeader;
  const declared = isSurelyUtf8(bytes) ? null : declaredCharset(head);
  const asDeclared = declared === null ? null : decodeAs(bytes, declared);
  if (asDeclared !== null) return asDeclared;
  if (isUtf8(bytes)) return iconv.decode(bytes, 'utf-8');
  const repaired = mostlyUtf8(bytes);
  if (repaired !== null) return repaired;
  const guessed = chardet.detect(bytes.subarray(0, GUESS_BYTES));
  return (
    (guessed === null ? null : decodeAs(bytes, guessed)) ?? iconv.decode(bytes, 'windows-1252')
  );
}

/**
 * Whether a document is UTF-8 whatever it declares: programs convert bodies and leave the declaration as it was,
 * while in other encodings no text of several foreign letters is valid UTF-8 by chance.
 */
function isSurelyUtf8(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes)) return false;
  let letters = 0;
  for (const byte of bytes) {
    if (byte >= 0xc2 && ++letters >= 8) return true;
  }
  return false;
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  const name = label.toLowerCase();
  const encoding = (Object.hasOwn(MEANT, name) ? MEANT[name] : undefined) ?? name;
  if (encoding === 'utf-8') return isUtf8(bytes) ? iconv.decode(bytes, 'utf-8') : mostlyUtf8(bytes);
  // Two-byte encodings without a single zero byte are a declaration copied from elsewhere.
  if (/^(?:utf-?(?:16|32)|ucs-?[24])/.test(encoding) && !bytes.subarray(0, HEAD_BYTES).includes(0))
    return null;
  return iconv.encodingExists(encoding) ? iconv.decode(bytes, encoding) : null;
}

/** UTF-8 with a few broken bytes (a cut in the middle of a letter, a pasted Latin-1 word), else null. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = iconv.decode(bytes, 'utf-8');
  let broken = 0;
  let whole = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) whole += 1;
  }
  return whole > broken * 4 ? text : null;
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Two bytes a character and no mark: a `<` beside zeros at the start (XML 1.0, appendix F). */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be';
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return 'utf-32be';
  return null;
}

function headerCharset(contentType: string | null): string | null {
  return /charset\s*[=:]\s*["']?\s*([^\s"';,]+)/i.exec(contentType ?? '')?.[1] ?? null;
}

function declaredCharset(head: string): string | null {
  const xml = /<\?xml[^>]{0,200}?encoding\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1];
  return xml ?? /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ?? null;
}
