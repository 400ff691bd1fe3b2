import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseAst } from 'vitest/node';

/** A node of the tree that a file is parsed to (ESTree with TypeScript's types). */
export type Node = { readonly type: string; readonly [key: string]: unknown };

export type Source = {
  /** From `src/`, with slashes: `ingest/fetch/safe-fetch.ts`. */
  readonly path: string;
  readonly program: Node;
};

export type Import = {
  readonly from: Source;
  /** `null`: worked out while the program runs. */
  readonly name: string | null;
  /** The file of ours it means, from `src/`; null for packages. */
  readonly file: string | null;
};

const SRC = resolve(import.meta.dirname, '../../src');

export function parse(path: string, code: string): Source {
  return { path, program: parseAst(code, { lang: 'ts' }) as unknown as Node };
}

/** Every file of the program. */
export function sources(): Source[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => parse(name.replaceAll('\\', '/'), readFileSync(join(SRC, name), 'utf8')));
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** The nodes right below one, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* everyNode(child);
}

const IMPORTING = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** All imports of a file: static, passed on, dynamic, and of types within types. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  for (const node of everyNode(source.program)) {
    if (!IMPORTING.has(node.type)) continue;
    const named = node.source ?? node.argument;
    if (!isNode(named)) continue;
    const literal = named.type === 'TSLiteralType' ? named.literal : named;
    const value = isNode(literal) && literal.type === 'Literal' ? literal.value : null;
    const name = typeof value === 'string' ? value : null;
    const file = name?.startsWith('.') ? join(dirname(source.path), name) : null;
    found.push({ from: source, name, file });
  }
  return found;
}

/** The name of a module without `node:`, so that both ways of writing it are one. */
export const bare = (name: string) => name.replace(/^node:/, '');
