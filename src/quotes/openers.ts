const OPENERS = new Set(
  `the a an but and so yet or if when while as in on at for from with by to after before since because although though that this these those
  he she it they we i you his her its their our my your who what where why how not no yes there here now then also still
  even meanwhile however according asked some many most all both one two three democrats republicans later earlier
  is are was were did does do has have had can could would should let several few other others another each every such
  of under over during despite like unlike last next first according once until`.split(/\s+/),
);

/** Small words that are capital only because a sentence or a title begins with them. */
export function isCommonOpener(lower: string): boolean {
  return OPENERS.has(lower);
}
