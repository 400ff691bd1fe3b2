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
  return clean.replace(SUSPECT, (found) => (found === '<' ? '&lt;' : found));
}
