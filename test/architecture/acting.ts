import { globalUses, runningParts } from './scopes.ts';
import { bare, importsOf, isNode, type Node, type Source } from './source.ts';

// Statements that declare and do nothing else.
const DECLARING = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'FunctionDeclaration',
  'ClassDeclaration',
  'VariableDeclaration',
  'TSTypeAliasDeclaration',
  'TSInterfaceDeclaration',
]);
const CHANGING = new Set([
  'AwaitExpression',
  'AssignmentExpression',
  'UpdateExpression',
  'ImportExpression',
  'StaticBlock',
]);
const GLOBALS = new Set(
  `setTimeout setInterval setImmediate queueMicrotask process console performance crypto fetch WebSocket globalThis
  BroadcastChannel Function eval`.split(/\s+/),
);
// Of Node's modules these only work something out; the others look at the world or change it.
const COMPUTING = new Set(['path', 'url', 'util', 'os', 'buffer']);

type Function = { readonly node: Node; readonly source: Source };

/** What files do when they are imported, beyond declaring: whoever names one of their types would do it. */
export function deeds(sources: readonly Source[]): string[] {
  const files = new Map(sources.map((source) => [source.path, source]));
  return sources.flatMap((source) =>
    (source.program.body as readonly Node[])
      .flatMap((statement) => deedsOf(statement, source, files))
      .map((deed) => `${source.path}: ${deed}`),
  );
}

function deedsOf(statement: Node, source: Source, files: ReadonlyMap<string, Source>): string[] {
  const declared = isNode(statement.declaration) ? statement.declaration : statement;
  const other = [statement, declared].find(({ type }) => !DECLARING.has(type));
  if (other) return [other.type];
  if (isFunction(declared)) return [];
  const seen = new Set<Node>();

  /** What runs while a declaration is read: all but the functions in it, and those that it calls. */
  function inside(node: Node, at: Source, isCalled: boolean): string[] {
    if (seen.has(node)) return [];
    seen.add(node);
    const own = !isCalled && CHANGING.has(node.type) ? [node.type] : [];
    const named = node.type === 'Identifier' && isWorldly(node, at) ? [String(node.name)] : [];
    const called = isCall(node) ? functionOf(node.callee, at, files) : undefined;
    const body = called
      ? partsOf(called.node).flatMap((part) => inside(part, called.source, true))
      : [];
    return [
      ...own,
      ...named,
      ...body,
      ...partsOf(node).flatMap((part) => inside(part, at, isCalled)),
    ];
  }
  return partsOf(declared).flatMap((part) => inside(part, source, false));
}

const isFunction = ({ type }: Node) => /Function/.test(type);
const isCall = (node: Node): node is Node & { readonly callee: Node } =>
  (node.type === 'CallExpression' || node.type === 'NewExpression') && isNode(node.callee);

/** Functions, methods and the fields of objects to come stand there and wait. */
function partsOf(node: Node): Node[] {
  return runningParts(node).filter(
    (part) =>
      !isFunction(part) &&
      part.type !== 'MethodDefinition' &&
      (part.type !== 'PropertyDefinition' || part.static),
  );
}

/** The function that a call means: one written in place, or declared by that name at the top of this or another file. */
function functionOf(
  callee: Node,
  source: Source,
  files: ReadonlyMap<string, Source>,
): Function | undefined {
  if (isFunction(callee)) return { node: callee, source };
  if (callee.type !== 'Identifier') return undefined;
  const imported = importOf(String(callee.name), source);
  const home = imported ? files.get(imported.file ?? '') : source;
  const node = home && declarationOf(imported?.name ?? String(callee.name), home);
  return node && home && { node, source: home };
}

function declarationOf(name: string, { program }: Source): Node | undefined {
  for (const statement of program.body as readonly Node[]) {
    const declared = isNode(statement.declaration) ? statement.declaration : statement;
    if (isFunction(declared) && isNamed(declared, name)) return declared;
    for (const one of (declared.declarations ?? []) as readonly Node[]) {
      if (isNamed(one, name) && isNode(one.init) && isFunction(one.init)) return one.init;
    }
  }
  return undefined;
}

const isNamed = ({ id }: Node, name: string) => isNode(id) && id.name === name;

const globals = new WeakMap<Source, ReadonlySet<Node>>();

/** Whether a name looks at the world or changes it: one of the program's surroundings, or of a module that does. */
function isWorldly(node: Node, source: Source): boolean {
  const name = String(node.name);
  const unbound =
    globals.get(source) ?? new Set([...globalUses(source.program)].map((use) => use.node));
  globals.set(source, unbound);
  if (unbound.has(node)) return GLOBALS.has(name);
  const module = importOf(name, source)?.module ?? '';
  return module.startsWith('node:') && !COMPUTING.has(bare(module).split('/')[0] ?? '');
}

function importOf(local: string, source: Source) {
  for (const statement of source.program.body as readonly Node[]) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const specifier of statement.specifiers as readonly Node[]) {
      if (!isNode(specifier.local) || specifier.local.name !== local) continue;
      const [found] = importsOf({ ...source, program: statement });
      const name = isNode(specifier.imported) ? String(specifier.imported.name) : local;
      return found && { name, module: found.name ?? '', file: found.file };
    }
  }
  return undefined;
}
