import type { Outlet } from './newsroom.ts';

type Marks = {
  readonly double: readonly [string, string];
  readonly single: readonly [string, string];
};

const MARKS: Record<Outlet['quotes'], Marks | null> = {
  straight: null,
  curly: { double: ['“', '”'], single: ['‘', '’'] },
  german: { double: ['„', '“'], single: ['‚', '‘'] },
  guillemets: { double: ['«', '»'], single: ['“', '”'] },
};

/** Turns the plain " and ' that articles are written with into the marks the outlet prints. */
export function withQuoteMarks(text: string, style: Outlet['quotes']): string {
  const marks = MARKS[style];
  if (!marks) return text;
  let singleOpen = false;
  return text.replace(/["']/g, (mark, at: number) => {
    const before = text[at - 1] ?? ' ';
    const opens = /[\s("'[–—¿¡]/.test(before) && /\S/.test(text[at + 1] ?? ' ');
    if (mark === '"') return marks.double[opens ? 0 : 1];
    if (opens) singleOpen = true;
    else if (!singleOpen || /\p{L}/u.test(text[at + 1] ?? ' ')) return '’';
    else singleOpen = false;
    return marks.single[opens ? 0 : 1];
  });
}
