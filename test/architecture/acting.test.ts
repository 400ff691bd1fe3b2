import { expect, test } from 'vitest';
import { deeds } from './acting.ts';
import { parse, sources } from './source.ts';

test('only main.ts acts when it is imported', () => {
  // The parsing worker is the main file of its own thread.
  const others = sources().filter(({ path }) => path !== 'main.ts' && !path.endsWith('-worker.ts'));
  expect(deeds(others)).toEqual([]);
});

test.each([
  'export const t = setInterval(() => {}, 1_000);',
  'for (const name of ["a"]) name.trim();',
  'if (true) {}',
  'start(); function start() {}',
  'await import("./b.ts");',
  'export const b = await import("./b.ts");',
  'export default { a: 1 };',
  'let n = 0; export const m = ++n;',
  "import { readFileSync } from 'node:fs'; export const text = readFileSync('a.txt', 'utf8');",
  "import { setTimeout } from 'node:timers/promises'; export const later = setTimeout(1);",
  'export const home = process.env.HOME;',
  'export const a = (() => { console.log("a"); return 1; })();',
  'const start = () => setTimeout(() => {}, 1); export const t = start();',
  'function start() { return again(); } function again() { return setInterval(() => {}, 1); } export const t = [start()];',
  "import { start as begin } from './beat.ts'; export const t = begin();",
  'export class A { static t = setInterval(() => {}, 1); }',
  'export class A { static { console.log("a"); } }',
])('%s acts', (code) => {
  const beat = parse('lib/beat.ts', 'export function start() { return setInterval(() => {}, 1); }');
  expect(deeds([parse('lib/a.ts', code), beat])).not.toEqual([]);
});

test('declarations, tables and functions that wait do not act', () => {
  const code = `
    import { join } from 'node:path';
    import { readFileSync } from 'node:fs';
    import type { B } from './b.ts';
    export type { B } from './b.ts';
    export * from './b.ts';
    export interface A { a: B }
    let kept: Map<string, string> | undefined;
    export const WORDS = new Set('a b'.split(' ').map(upper));
    export const HOME = join('a', 'b');
    export const read = () => (kept ??= new Map([['a', readFileSync('a', 'utf8')]]));
    function upper(a: string) { let b = ''; b += a.toUpperCase(); return b; }
    export class Later { at = process.uptime(); start() { return setInterval(() => {}, 1); } }
    export { kept };`;
  expect(deeds([parse('lib/a.ts', code)])).toEqual([]);
});
