// Declared contents are skipped whole, so that what looks broken inside them stays as it is.
const SUSPECT =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(?![A-Za-z_:/!?\u0080-\uffff])/g;
const BROKEN_LESS_THAN = /<[^A-Za-z_:/!?\u0080-\uffff]|<$/;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Mends what would make a tokenizer swallow the rest of a document: control characters go, and a `<` that opens
 * no tag ("rates < 3", "I <3 this") becomes `&lt;`. Linear in the length.
 */
export function repairXml(body: string): string {
  const clean = body.replace(CONTROLS, '');
  if (!BROKEN_LESS_THAN.test(clean)) return clean;
  // A loop and not one replace: the engine could not be stopped inside that while it piles up millions of matches.
  let mended = '';
  let from = 0;
  for (const { 0: found, index } of clean.matchAll(SUSPECT)) {
    if (found !== '<') continue;
    mended += `${clean.slice(from, index)}&lt;`;
    from = index + 1;
  }
  return mended + clean.slice(from);
}
