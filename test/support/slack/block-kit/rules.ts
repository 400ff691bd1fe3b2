import { isJson, type Json } from '../json.ts';

/** What is wrong and where: the pointer is a JSON pointer from the root of the arguments, as in Slack's answers. */
export type Problem = { readonly pointer: string; readonly what: string };

export type Surface = 'message' | 'modal' | 'home';

/** A rule looks at one value. The tables of this folder are made of rules; this file says what a rule can say. */
export type Rule = (value: unknown, pointer: string, surface: Surface) => readonly Problem[];

const wrong = (pointer: string, what: string): Problem[] => [{ pointer, what }];

// Slack counts characters; a character outside the basic plane is counted once there and twice here, so that the
// fake never takes a text that Slack may refuse.
export const string =
  (limits: { min?: number; max: number }): Rule =>
  (value, pointer) => {
    if (typeof value !== 'string') return wrong(pointer, 'must be a valid string');
    if (value.length < (limits.min ?? 1)) {
      return wrong(pointer, `must be more than ${(limits.min ?? 1) - 1} characters`);
    }
    if (value.length > limits.max) {
      return wrong(pointer, `must be less than ${limits.max + 1} characters`);
    }
    return [];
  };

export const boolean: Rule = (value, pointer) =>
  typeof value === 'boolean' ? [] : wrong(pointer, 'must be a boolean');

export const integer =
  (min: number, max: number): Rule =>
  (value, pointer) =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max
      ? []
      : wrong(pointer, `must be an integer from ${min} to ${max}`);

export const oneOf =
  (...words: readonly unknown[]): Rule =>
  (value, pointer) =>
    words.includes(value) ? [] : wrong(pointer, `must be one of ${words.join(', ')}`);

export const pattern =
  (form: RegExp, what: string): Rule =>
  (value, pointer) =>
    typeof value === 'string' && form.test(value) ? [] : wrong(pointer, `must be ${what}`);

export const url =
  (max: number): Rule =>
  (value, pointer) => {
    const long = string({ max })(value, pointer, 'message');
    if (long.length > 0) return long;
    return /^(?:https?:\/\/[^\s<>|]+|mailto:[^\s<>|]+)$/.test(value as string)
      ? []
      : wrong(pointer, 'must be a valid URL');
  };

export const list =
  (rule: Rule, limits: { min?: number; max: number }): Rule =>
  (value, pointer, surface) => {
    if (!Array.isArray(value)) return wrong(pointer, 'must be an array');
    if (value.length < (limits.min ?? 1)) {
      return wrong(pointer, `no less than ${limits.min ?? 1} items allowed`);
    }
    if (value.length > limits.max)
      return wrong(pointer, `no more than ${limits.max} items allowed`);
    return value.flatMap((item, at) => rule(item, `${pointer}/${at}`, surface));
  };

type Shape = {
  readonly required?: { readonly [property: string]: Rule };
  readonly optional?: { readonly [property: string]: Rule };
  /** What no single property can say. */
  readonly also?: (value: Json, pointer: string, surface: Surface) => readonly Problem[];
};

export const object =
  (shape: Shape): Rule =>
  (value, pointer, surface) => {
    if (!isJson(value)) return wrong(pointer, 'must provide an object');
    const rules = { ...shape.required, ...shape.optional };
    const problems = Object.keys(shape.required ?? {})
      .filter((name) => value[name] === undefined)
      .map((name) => ({ pointer, what: `missing required field: ${name}` }));
    for (const [name, inner] of Object.entries(value)) {
      const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
      if (rule === undefined)
        problems.push({ pointer, what: `invalid additional property: ${name}` });
      else problems.push(...rule(inner, `${pointer}/${name}`, surface));
    }
    return [...problems, ...(shape.also?.(value, pointer, surface) ?? [])];
  };

/** One of several shapes, told apart by `type`. */
export const kind =
  (shapes: () => { readonly [type: string]: Rule }, allowed?: readonly string[]): Rule =>
  (value, pointer, surface) => {
    if (!isJson(value)) return wrong(pointer, 'must provide an object');
    const type = value.type;
    if (typeof type !== 'string') return wrong(pointer, 'missing required field: type');
    const rule = Object.hasOwn(shapes(), type) ? shapes()[type] : undefined;
    if (rule === undefined || (allowed !== undefined && !allowed.includes(type))) {
      return wrong(pointer, `unsupported type: ${type}`);
    }
    return rule(value, pointer, surface);
  };
