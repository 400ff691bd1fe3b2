import { expect, test } from 'vitest';
import { circles, unreadableImports, withoutFloor, wrongImports } from './floors.ts';
import { parse, sources } from './source.ts';

const all = sources();

test('every file stands on a floor', () => {
  expect(all.length).toBeGreaterThan(100);
  expect(withoutFloor(all)).toEqual([]);
  expect(withoutFloor([parse('attic/box.ts', '')])).toEqual(['attic/box.ts']);
});

test('imports point down, and rooms on one floor do not know each other', () => {
  expect(wrongImports(all)).toEqual([]);
});

test.each([
  ['a room above', 'lib/a.ts', "import { b } from '../news/b.ts';"],
  ['a room beside', 'store/a.ts', "export * from '../ingest/b.ts';"],
  ['a type of a room beside', 'quotes/a.ts', "let b: import('../cluster/b.ts').B;"],
  ['a dynamic import', 'text/a.ts', "export const f = () => import('../news/b.ts');"],
  ['an import over several lines', 'news/a.ts', "import {\n  b,\n} from\n  '../chat/b.ts';"],
  ['another platform', 'chat/discord/a.ts', "import { b } from '../slack/b.ts';"],
])('%s is not imported', (_, path, code) => {
  expect(wrongImports([parse(path, code)])).toHaveLength(1);
});

test('the own room and what lies below may be imported, and platforms know what they share', () => {
  const code = "import { a } from '../message.ts'; import { b } from '../../lib/b.ts';";
  expect(wrongImports([parse('chat/slack/a.ts', code)])).toEqual([]);
  expect(wrongImports([parse('chat/index.ts', "import { a } from './slack/a.ts';")])).toEqual([]);
});

test('no file imports itself by a detour, types included', () => {
  expect(circles(all)).toEqual([]);
  const two = [
    parse('lib/a.ts', "import { b } from './b.ts';"),
    parse('lib/b.ts', "import type { A } from './a.ts';"),
  ];
  expect(circles(two)).toEqual(['lib/a.ts → lib/b.ts → lib/a.ts']);
});

test('what a dynamic import brings stands in the text', () => {
  expect(unreadableImports(all)).toEqual([]);
  for (const name of ['`undici`', 'name', "'und' + 'ici'"]) {
    expect(unreadableImports([parse('lib/a.ts', `const f = () => import(${name});`)])).toHaveLength(
      1,
    );
  }
});
