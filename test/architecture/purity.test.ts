import { expect, test } from 'vitest';
import { impurities } from './purity.ts';
import { parse, sources } from './source.ts';

test('the deciding floors take time, chance and data as arguments', () => {
  expect(impurities(sources())).toEqual([]);
});

test.each([
  'export const f = () => new Date();',
  'export const f = () => new Date;',
  'export const f = (a: []) => new Date(...a);',
  'export const f = () => Date();',
  'export const f = () => Date.now();',
  "export const f = () => Date['now']();",
  'const D = Date; export const f = () => new D();',
  'export const f = () => performance.now();',
  'export const f = () => crypto.randomUUID();',
  'export const f = () => Math.random();',
  'const { random } = Math;',
  'export const f = () => process.env.HOME;',
  'export const f = () => globalThis.process;',
  'export const f = (a: string) => console.log(a);',
  'export const f = (g: () => void) => setTimeout(g, 1);',
  'export const f = () => fetch("https://a.example/");',
  "import { readFileSync } from 'fs';",
  "import { readFileSync } from 'node:fs';",
  "import { randomInt } from 'crypto';",
  "export { sql } from 'kysely';",
])('%s is not pure', (code) => {
  expect(impurities([parse('cluster/a.ts', code)])).not.toEqual([]);
  expect(impurities([parse('store/a.ts', code)])).toEqual([]);
});

test('dates and numbers that are given may be worked with, and names that are one’s own used', () => {
  const code = `
    type Clock = { now: typeof Date.now; process: string };
    export function f(at: Date, crypto: string, { process }: { process: string }) {
      const performance = new Date(at.getTime()) instanceof Date;
      for (const fetch of [crypto, process]) Math.max(Date.UTC(2026, 1), Date.parse(fetch));
      return { console: performance, random: at.now };
    }`;
  expect(impurities([parse('news/a.ts', code)])).toEqual([]);
});
