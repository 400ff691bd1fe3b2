import { childrenOf, isNode, type Node } from './source.ts';

/** A use of a name that the file does not declare where it is used. */
export type GlobalUse = { readonly name: string; readonly node: Node; readonly parent: Node };

const isFunction = ({ type }: Node) =>
  type === 'FunctionDeclaration' || type === 'FunctionExpression' || isArrow(type);
const isArrow = (type: string) => type === 'ArrowFunctionExpression';

/** Types are gone when the program runs; only these have a value inside. */
const WRAPPERS = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
]);

/** What runs of a node: its children without types and without names that only look like uses. */
export function runningParts(node: Node): Node[] {
  if (WRAPPERS.has(node.type)) return [node.expression].filter(isNode);
  const label =
    (node.type === 'MemberExpression' && !node.computed && node.property) ||
    (['Property', 'MethodDefinition', 'PropertyDefinition'].includes(node.type) &&
      !node.computed &&
      node.key) ||
    node.label ||
    node.meta;
  if (node.type.startsWith('Import') && node.type !== 'ImportExpression') return [];
  if (node.type === 'ExportSpecifier' || node.type === 'MetaProperty') return [];
  return childrenOf(node).filter(
    (child) => child !== label && (!child.type.startsWith('TS') || WRAPPERS.has(child.type)),
  );
}

/** The names a pattern binds: `{ a, b: [c] = [] }` binds a and c. */
function* boundBy(pattern: unknown): Generator<string> {
  if (!isNode(pattern)) return;
  if (pattern.type === 'Identifier') yield String(pattern.name);
  else if (pattern.type === 'Property') yield* boundBy(pattern.value);
  else if (pattern.type === 'AssignmentPattern') yield* boundBy(pattern.left);
  else if (pattern.type === 'RestElement') yield* boundBy(pattern.argument);
  else if (pattern.type === 'ObjectPattern' || pattern.type === 'ArrayPattern') {
    for (const part of childrenOf(pattern)) yield* boundBy(part);
  }
}

/** The names that a function (or the file) declares anywhere in itself, outside the functions within. */
function* declaredIn(node: Node, top = true): Generator<string> {
  if (node.type === 'VariableDeclarator') yield* boundBy(node.id);
  if (node.type === 'CatchClause') yield* boundBy(node.param);
  if (/^Import\w*Specifier$/.test(node.type)) yield* boundBy(node.local);
  const named = isFunction(node) || node.type.startsWith('Class');
  if (named && (!top || node.type.endsWith('Expression'))) yield* boundBy(node.id);
  if (isFunction(node)) {
    if (!top) return;
    for (const parameter of node.params as readonly Node[]) yield* boundBy(parameter);
  }
  for (const child of childrenOf(node)) yield* declaredIn(child, false);
}

/** Every use of a global name below a node; `outer` are the names declared around it. */
export function* globalUses(
  node: Node,
  outer: ReadonlySet<string> = new Set(),
  parent: Node = node,
): Generator<GlobalUse> {
  const opens = node.type === 'Program' || isFunction(node);
  const known = opens ? new Set([...outer, ...declaredIn(node)]) : outer;
  if (node.type === 'Identifier' && !known.has(String(node.name))) {
    yield { name: String(node.name), node, parent };
  }
  for (const child of runningParts(node)) yield* globalUses(child, known, node);
}
