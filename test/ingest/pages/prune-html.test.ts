import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pruneHtml } from '../../../src/ingest/pages/prune-html.ts';

const bodyOf = (html: string) => /<body>([\s\S]*)<\/body>/.exec(pruneHtml(html).html)?.[1];

describe('pruneHtml', () => {
  test('code and drawings go, linked data is kept apart', () => {
    const pruned = pruneHtml(
      '<p>a</p><script>x</script><svg><path/></svg><script type="application/ld+json">{"a":1}</script>',
    );
    expect(pruned.html).toBe('<!doctype html><html><head></head><body><p>a</p></body></html>');
    expect(pruned.jsonLd).toEqual(['{"a":1}']);
  });

  test('what was left open is closed where HTML would close it', () => {
    expect(bodyOf('<ul><li>a<li>b</ul><p>c<p>d<div>e')).toBe(
      '<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p><div>e</div>',
    );
    expect(bodyOf('<b><p>a</b></p>')).toBe('<b><p>a</p></b>');
  });

  test('there is one head and one body, whatever the page has', () => {
    expect(
      pruneHtml('<html lang="de"><title>T</title><body class="x"><p>a</p></body></html><p>b</p>')
        .html,
    ).toBe(
      '<!doctype html><html lang="de"><head><title>T</title></head><body class="x"><p>a</p><p>b</p></body></html>',
    );
  });

  test('attributes that nobody reads go', () => {
    expect(bodyOf('<p class="a" onclick="x()" data-x="1" style="color:red">a</p>')).toBe(
      '<p class="a">a</p>',
    );
    expect(bodyOf('<p style="display:none">a</p>')).toBe('<p style="display:none">a</p>');
  });

  test('elements deeper than any page’s are left out, their text stays', () => {
    const html = bodyOf('<div>'.repeat(10_000) + 'end' + '</div>'.repeat(10_000)) ?? '';
    expect(html).toContain('end');
    expect(html.match(/<div>/g)?.length).toBeLessThan(200);
  });

  test('whatever comes in, every element that is opened is closed', () => {
    const piece = fc.constantFrom(
      '<div>',
      '</div>',
      '<p>',
      '</p>',
      '<li>',
      '<b>',
      '</b>',
      '<br>',
      '<td>',
      '<script>',
      '</script>',
      'x',
      '<svg>',
      '</svg>',
      '<body>',
      '<head>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const open: string[] = [];
        for (const [, slash, name = ''] of pruneHtml(pieces.join('')).html.matchAll(
          /<(\/?)([a-z]+)>/g,
        )) {
          if (name === 'br') continue;
          if (slash) expect(open.pop()).toBe(name);
          else open.push(name);
        }
        expect(open).toEqual([]);
      }),
    );
  });
});
