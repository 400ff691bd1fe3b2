/**
 * The JSON object in a model's words: thoughts, code fences and talk around it are passed over. Of several the one with
 * most of the `keys` that were asked for, the last of those that have as many: models draft before they answer.
 * Undefined where there is none, only half of one, or none with any of the keys.
 */
export function jsonIn(text: string, keys: readonly string[] = []): unknown {
  const whole = parsed(text);
  const found = isObject(whole) ? [whole] : objectsIn(withoutThoughts(text));
  const shared = (value: object) => keys.filter((key) => Object.hasOwn(value, key)).length;
  const most = Math.max(Math.min(keys.length, 1), ...found.map(shared));
  return found.findLast((value) => shared(value) >= most);
}

const THOUGHTS = 'think|thinking|thought|thoughts|reasoning|seed:think';
const CLOSED = new RegExp(
  `<(${THOUGHTS})>[\\s\\S]*?</\\1>|\\[THINK\\][\\s\\S]*?\\[/THINK\\]`,
  'giu',
);
// Some chat templates open the thoughts themselves: the answer shows their end only.
const BEFORE_THE_END = new RegExp(`^[\\s\\S]*(?:</(?:${THOUGHTS})>|\\[/THINK\\])`, 'iu');
const NEVER_CLOSED = new RegExp(`(?:<(?:${THOUGHTS})>|\\[THINK\\])[\\s\\S]*$`, 'iu');

const withoutThoughts = (text: string) =>
  text.replace(CLOSED, '').replace(BEFORE_THE_END, '').replace(NEVER_CLOSED, '');

// Each try reads to the end of the text: the bound keeps a flood of braces cheap.
const MOST_TRIES = 20;

function objectsIn(text: string): object[] {
  const found: object[] = [];
  let at = text.indexOf('{');
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
    const end = endOfObject(text, at);
    const value = end === undefined ? undefined : parsed(text.slice(at, end));
    if (isObject(value)) found.push(value);
    at = text.indexOf('{', isObject(value) && end !== undefined ? end : at + 1);
  }
  return found;
}

function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}

/** What the text says as JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer like any other here: the caller is told that there is none.
    return undefined;
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
