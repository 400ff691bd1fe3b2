import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../../src/ingest/parse/html-to-text.ts';

describe('htmlToText', () => {
  test('paragraphs are separated by a blank line', () => {
    expect(htmlToText('<p>The bridge is shut.</p><div>Ferries run.</div>')).toBe(
      'The bridge is shut.\n\nFerries run.',
    );
  });

  test('list items and table rows stand on lines of their own', () => {
    expect(htmlToText('<ul><li>Tea<li>Milk</ul>')).toBe('Tea\nMilk');
    expect(htmlToText('<table><tr><td>Tea<td>2<tr><td>Milk<td>1</table>')).toBe('Tea 2\nMilk 1');
  });

  test('one line break is a line, two are a paragraph', () => {
    expect(htmlToText('one<br>two<br/><br/>three')).toBe('one\ntwo\n\nthree');
  });

  test('inline elements do not part words', () => {
    expect(htmlToText('un<b>break</b>able <i>bridge</i>, shut')).toBe('unbreakable bridge, shut');
  });

  test('entities are decoded once', () => {
    expect(htmlToText('caf&eacute; &amp;amp; bar &lt;b&gt;')).toBe('café &amp; bar <b>');
  });

  test('scripts, styles and controls are left out', () => {
    expect(
      htmlToText('a<script>if (1 < 2) x()</script><style>p{}</style><button>Go</button> b'),
    ).toBe('a b');
  });

  test('a drawing that is never closed does not swallow the text after it', () => {
    expect(htmlToText('<svg><path d="M0"><p>The bridge is shut.</p>')).toBe('The bridge is shut.');
  });

  test('a less-than sign that opens no tag stays', () => {
    expect(htmlToText('rates < 3 and 5 > 4')).toBe('rates < 3 and 5 > 4');
  });

  test('preformatted lines stay lines', () => {
    expect(htmlToText('<pre>one\ntwo</pre>three')).toBe('one\ntwo\n\nthree');
  });

  test('no markup comes out of well-formed markup', () => {
    const words = fc.stringMatching(/^[a-z ]{0,12}$/);
    const tag = fc.constantFrom(
      'p',
      'div',
      'b',
      'ul',
      'li',
      'h2',
      'blockquote',
      'a',
      'table',
      'td',
    );
    const html = fc
      .array(fc.tuple(tag, words), { maxLength: 30 })
      .map((parts) => parts.map(([name, text]) => `<${name} class="x">${text}`).join(''));
    fc.assert(
      fc.property(html, (text) => {
        const out = htmlToText(text);
        expect(out).not.toMatch(/[<>]|class/);
        expect(out).toBe(out.trim());
        expect(out).not.toMatch(/\n{3}/);
      }),
    );
  });

  test('any input gives a text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        (text) => typeof htmlToText(text) === 'string',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<',
            '>',
            '/',
            '!',
            '-',
            '[',
            ']',
            '&',
            ';',
            '"',
            '=',
            'p',
            'svg',
            'script',
            'pre',
            ' ',
          ),
          { maxLength: 60 },
        ),
        (parts) => typeof htmlToText(parts.join('')) === 'string',
      ),
    );
  });

  test('a hundred thousand open elements are no deeper than one', () => {
    expect(htmlToText(`${'<div>'.repeat(100_000)}end`)).toBe('end');
  });
});
