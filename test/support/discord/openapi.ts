import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Json, recordOf } from './json.ts';
import type { Flaw } from './rules/form.ts';

const FILE = resolve(import.meta.dirname, '../../../../shared/data/platforms/discord-openapi.json');

/** Judges bodies by Discord's own description of its API (discord-api-spec, MIT), where that file lies beside us. */
export type OpenApi = {
  /** What is wrong with a request's body; nothing where the route takes none. */
  flawsOfRequest(method: string, path: string, body: unknown): readonly Flaw[];
  /** What is wrong with an answer of the fake itself; null where the route or status is not described. */
  flawsOfAnswer(
    method: string,
    path: string,
    status: number,
    body: unknown,
  ): readonly Flaw[] | null;
};

let loaded: OpenApi | null | undefined;

/** The official description, read once; null where it is absent: then only the rules in `rules/` judge. */
export function openApi(): OpenApi | null {
  loaded ??= existsSync(FILE) ? read(JSON.parse(readFileSync(FILE, 'utf8')) as Json) : null;
  return loaded;
}

function read(document: Json): OpenApi {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true, logger: false });
  for (const format of ['snowflake', 'nonce', 'int32', 'int64', 'date-time', 'uri', 'double'])
    ajv.addFormat(format, true);
  ajv.addSchema({ $id: 'discord', components: loosened(document.components) });
  const compiled = new Map<string, ValidateFunction | null>();
  const validator = (key: string, schema: unknown): ValidateFunction | null => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made = schema ? ajv.compile(rooted(schema) as object) : null;
    compiled.set(key, made);
    return made;
  };
  const operation = (method: string, path: string) =>
    recordOf(recordOf(recordOf(document.paths)?.[path])?.[method.toLowerCase()]);
  const schemaIn = (holder: unknown) =>
    recordOf(recordOf(recordOf(holder)?.content)?.['application/json'])?.schema;
  return {
    flawsOfRequest(method, path, body) {
      const schema = schemaIn(operation(method, path)?.requestBody);
      const check = validator(`${method} ${path}`, schema);
      return !check || check(trimmed(body)) ? [] : told(check.errors ?? []);
    },
    flawsOfAnswer(method, path, status, body) {
      const answer = recordOf(operation(method, path)?.responses)?.[String(status)];
      if (!answer) return null;
      const check = validator(`${method} ${path} ${status}`, schemaIn(answer));
      return !check || check(body) ? [] : told(check.errors ?? []);
    },
  };
}

/** References stay within the one loaded document. */
function rooted(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"discord#/components'));
}

/**
 * Where the description is stricter than the service is known to be: permissions are described as integers but are
 * documented and sent as strings (docs "Application Commands › default_member_permissions").
 */
function loosened(components: unknown): unknown {
  return JSON.parse(JSON.stringify(components), (key, value) =>
    key === 'default_member_permissions' ? { type: ['string', 'integer', 'null'] } : value,
  );
}

/** Discord trims texts before it measures them. Docs "Message Resource › Embed Limits". */
function trimmed(body: unknown): unknown {
  if (body === undefined) return undefined;
  return JSON.parse(JSON.stringify(body), (_key, value) =>
    typeof value === 'string' ? value.trim() : value,
  );
}

/** The deepest complaints, which are the ones about the right branch of a union; unions themselves say nothing. */
function told(errors: readonly ErrorObject[]): Flaw[] {
  const flaws = errors
    .filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf')
    .map((error) => {
      const steps = error.instancePath.split('/').slice(1);
      return {
        path: steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        code: `OPENAPI_${error.keyword.toUpperCase()}`,
        message: `${error.message ?? ''} ${JSON.stringify(error.params)}`,
      };
    });
  const deepest = Math.max(0, ...flaws.map(({ path }) => path.length));
  return flaws.filter(({ path }) => path.length === deepest).slice(0, 10);
}
