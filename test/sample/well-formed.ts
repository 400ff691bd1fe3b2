/**
 * Why `xml` is not well-formed, or null. Knows what a feed needs: balanced tags, one root,
 * quoted attributes and no ampersand but before one of XML's own entities or a number.
 */
export function faultOf(xml: string): string | null {
  const open: string[] = [];
  let roots = 0;
  const token =
    /<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<&]*")*)\s*(\/?)>|[<&]/g;
  const entity = /&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/giy;
  for (const match of xml.matchAll(token)) {
    const [all, closing, opening, , empty] = match;
    if (all === '&') {
      entity.lastIndex = match.index;
      if (!entity.test(xml)) return `bare & at ${xml.slice(match.index, match.index + 20)}`;
    } else if (all === '<') return `stray < at ${xml.slice(match.index, match.index + 20)}`;
    else if (closing) {
      if (open.pop() !== closing) return `unexpected ${all}`;
    } else if (opening) {
      if (open.length === 0) roots += 1;
      if (!empty) open.push(opening);
    }
  }
  if (open.length > 0) return `<${open.at(-1)}> is never closed`;
  return roots === 1 ? null : `${roots} roots`;
}
