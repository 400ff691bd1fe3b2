import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../../../src/ingest/parse/charset.ts';

const WORDS = 'Über die Brücke — “ja”';

describe('decodeBody', () => {
  test('a byte order mark goes before everything that is declared', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      iconv.encode(`<?xml version="1.0" encoding="utf-8"?>${WORDS}`, 'utf-16le'),
    ]);
    expect(decodeBody(bytes, 'text/xml; charset=iso-8859-1')).toContain(WORDS);
  });

  test('the header goes before the declaration', () => {
    const bytes = iconv.encode('<?xml version="1.0" encoding="koi8-r"?>Über', 'windows-1252');
    expect(decodeBody(bytes, 'application/xml; charset="ISO-8859-1"')).toContain('Über');
  });

  test('an XML declaration and a meta element are believed', () => {
    expect(
      decodeBody(
        iconv.encode('<?xml version="1.0" encoding="windows-1251"?><t>Мост</t>', 'windows-1251'),
        null,
      ),
    ).toContain('Мост');
    expect(
      decodeBody(
        iconv.encode('<html><head><meta charset="shift_jis"><p>橋</p>', 'shift_jis'),
        'text/html',
      ),
    ).toContain('橋');
  });

  test('a declaration that the bytes contradict is passed over', () => {
    expect(
      decodeBody(
        iconv.encode('<p>Über alles hier</p>', 'windows-1252'),
        'text/html; charset=utf-8',
      ),
    ).toContain('Über');
    expect(
      decodeBody(Buffer.from('<?xml version="1.0" encoding="utf-16"?><t>Brücke</t>'), null),
    ).toContain('Brücke');
  });

  test('without a declaration valid UTF-8 is UTF-8', () => {
    expect(decodeBody(Buffer.from(WORDS), null)).toBe(WORDS);
  });

  test('one broken letter does not spoil a UTF-8 text', () => {
    const bytes = Buffer.concat([Buffer.from(`${WORDS} ${WORDS} `), Buffer.from([0xc3])]);
    expect(decodeBody(bytes, null)).toContain(WORDS);
  });

  test('two bytes a letter are seen without a mark', () => {
    expect(decodeBody(iconv.encode(`<rss>${WORDS}</rss>`, 'utf-16be'), null)).toContain(WORDS);
  });

  test('an encoding nobody knows and no bytes at all are no fault', () => {
    expect(decodeBody(Buffer.from('plain'), 'text/plain; charset=klingon')).toBe('plain');
    expect(decodeBody(new Uint8Array(), null)).toBe('');
  });
});
