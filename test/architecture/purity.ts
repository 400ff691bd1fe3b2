import { isBuiltin } from 'node:module';
import { roomOf } from './floors.ts';
import { type GlobalUse, globalUses } from './scopes.ts';
import { importsOf, isNode, type Node, type Source } from './source.ts';

// Deciding is pure: no clock, chance, network, disk or log of its own on these floors.
const PURE = ['text', 'news', 'cluster', 'quotes', 'summarise', 'digest'];
const REACHING = ['undici', 'pino', 'kysely'];

// What the language itself brings and what only computes. Everything else (process, performance, crypto, timers …)
// looks at the world or changes it.
const COMPUTING = new Set(
  `undefined NaN Infinity Object Array String Number Boolean BigInt Symbol RegExp Map Set WeakMap WeakSet JSON Intl
  Error TypeError RangeError Promise Proxy Reflect Iterator ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray
  Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array TextEncoder
  TextDecoder URL URLSearchParams structuredClone parseInt parseFloat isNaN isFinite encodeURIComponent
  decodeURIComponent encodeURI decodeURI`.split(/\s+/),
);

/** What a file of the deciding floors takes from the world by itself. */
export function impurities(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => PURE.includes(roomOf(path)))
    .flatMap((source) => {
      const names = importsOf(source).flatMap(({ name }) => name ?? []);
      const modules = names.filter((name) => isBuiltin(name) || REACHING.includes(name));
      const globals = [...globalUses(source.program)].filter((use) => !onlyComputes(use));
      return [...modules, ...globals.map(({ name }) => name)].map(
        (what) => `${source.path}: ${what}`,
      );
    });
}

function onlyComputes({ name, node, parent }: GlobalUse): boolean {
  if (COMPUTING.has(name)) return true;
  const member = parent.type === 'MemberExpression' && parent.object === node ? parent : undefined;
  if (name === 'Math') return member !== undefined && isNamed(member, (of) => of !== 'random');
  if (name !== 'Date') return false;
  if (member) return isNamed(member, (of) => of === 'UTC' || of === 'parse');
  if (parent.type === 'BinaryExpression') return parent.operator === 'instanceof';
  // A date of something; without anything it is the clock.
  const given = parent.type === 'NewExpression' ? (parent.arguments as readonly Node[]) : [];
  return given.length > 0 && given.every(({ type }) => type !== 'SpreadElement');
}

function isNamed(member: Node, test: (name: string) => boolean): boolean {
  return !member.computed && isNode(member.property) && test(String(member.property.name));
}
