import { isMap, isPair, isScalar, type LineCounter, type Document as Yaml } from 'yaml';
import type { z } from 'zod';
import { nearestWord } from '../lib/nearest.ts';

type Place = { readonly file: string; readonly yaml: Yaml; readonly lines: LineCounter };

/** One line for each thing wrong with a settings file: where, what, and how to mend it. */
export function describeProblems(error: z.ZodError, place: Place, schema: z.ZodType): string[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        const meant = nearestWord(key, keysAt(schema, issue.path));
        const mend = meant
          ? `did you mean "${meant}"?`
          : 'take it out, or see the comments in the file.';
        return `${at(place, path)}: unknown setting "${path.join('.')}"; ${mend}`;
      });
    }
    return [
      `${at(place, issue.path)}: ${issue.path.join('.') || 'the file'}: ${said(issue, place)}`,
    ];
  });
}

function said(issue: z.core.$ZodIssue, place: Place): string {
  const value = place.yaml.getIn(issue.path);
  const got = value === undefined ? '' : `, not ${JSON.stringify(value)}`;
  if (issue.code === 'invalid_type')
    return `expected ${TYPES[issue.expected] ?? issue.expected}${got}`;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}${got}`;
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}${got}`;
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}${got}`;
  return issue.message + got;
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'settings below it',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function at(place: Place, path: readonly PropertyKey[]): string {
  return `${place.file}:${lineOf(place, path)}`;
}

function lineOf({ yaml, lines }: Place, path: readonly PropertyKey[]): number {
  let node: unknown = yaml.contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
      );
      if (!pair) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else break;
  }
  return lines.linePos(offset).line;
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const key of path) at = shapeOf(at)?.[String(key)];
  return Object.keys(shapeOf(at) ?? {});
}

/** The fields of an object schema, through the wrappers that give it a default. */
function shapeOf(schema: unknown): Record<string, unknown> | undefined {
  let at = schema as { shape?: Record<string, unknown>; def?: { innerType?: unknown } } | undefined;
  while (at && !at.shape) at = at.def?.innerType as typeof at;
  return at?.shape;
}
