import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

// The floors of the house, the lowest first. A file may import from its own room and from every floor below; rooms
// on one floor do not know each other.
const FLOORS: readonly (readonly string[])[] = [
  ['lib'],
  ['text'],
  ['news'],
  ['ingest', 'cluster', 'quotes', 'summarise', 'digest', 'chat', 'store', 'web', 'sample'],
  ['desk'],
  ['commands', 'pipeline', 'config'],
  ['app.ts'],
  ['cli'],
  ['main.ts'],
];

// Deciding is pure: no clock, chance, network, disk or log of its own on these floors.
const PURE = ['text', 'news', 'cluster', 'quotes', 'summarise', 'digest'];

// A statement at the left margin that does something.
const ACTS = /^(?:await |void |[\w.]+\(.*\);?$|new )/m;

type Import = { readonly from: string; readonly to: string };

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join(SRC, name));

function importsOf(file: string): { inner: string[]; outer: string[] } {
  const source = readFileSync(file, 'utf8');
  const names = [
    ...source.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return {
    inner: names.filter((name) => name.startsWith('.')).map((name) => resolve(dirname(file), name)),
    outer: names.filter((name) => !name.startsWith('.')),
  };
}

const inside = (file: string) => relative(SRC, file);
const roomOf = (file: string) => inside(file).split('/')[0] ?? '';
const floorOf = (file: string) => FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)));
const imports: Import[] = files.flatMap((from) =>
  importsOf(from).inner.map((to) => ({ from, to })),
);

test('every file stands on a floor', () => {
  expect(files.filter((file) => floorOf(file) < 0).map(inside)).toEqual([]);
});

test('imports point down, and rooms on one floor do not know each other', () => {
  const wrong = imports
    .filter(({ from, to }) => roomOf(from) !== roomOf(to) && floorOf(to) >= floorOf(from))
    .map(({ from, to }) => `${inside(from)} imports ${inside(to)}`);
  expect(wrong).toEqual([]);
});

test('no file imports itself by a detour, types included', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]) => {
    const at = path.indexOf(file);
    if (at >= 0) return void circles.push([...path.slice(at), file].map(inside).join(' → '));
    if (done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('only main.ts acts when it is imported', () => {
  const acting = files
    .filter((file) => inside(file) !== 'main.ts')
    .filter((file) => ACTS.test(readFileSync(file, 'utf8').replace(/`[^`]*`/g, '``')))
    .map(inside);
  // The parsing worker is the main file of its own thread.
  expect(acting.filter((name) => !name.endsWith('-worker.ts'))).toEqual([]);
});

test('the deciding floors take time, chance and data as arguments', () => {
  const impure = files
    .filter((file) => PURE.includes(roomOf(file)))
    .filter((file) => {
      const source = readFileSync(file, 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
      const reaches = importsOf(file).outer.some(
        (name) => name.startsWith('node:') || ['undici', 'pino', 'kysely'].includes(name),
      );
      return reaches || /Date\.now\(|new Date\(\)|Math\.random|process\.|console\./.test(source);
    })
    .map(inside);
  expect(impure).toEqual([]);
});

test('only the door opens connections to addresses of others', () => {
  const network = /^(?:undici|node:(?:http|https|net|tls|dns)(?:\/.*)?)$/;
  const reaching = files
    .filter((file) => importsOf(file).outer.some((name) => network.test(name)))
    .map(inside)
    .filter((name) => !name.startsWith('ingest/fetch/'));
  // The sample newsroom is a server on loopback: it is asked, it asks nobody.
  expect(reaching.filter((name) => !name.startsWith('sample/'))).toEqual([]);
});
