/**
 * The JSON object in a model's words: thoughts, code fences and talk around it are passed over. Undefined where there is
 * none, or only half of one.
 */
export function jsonIn(text: string): unknown {
  const own = text.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/giu, '').trim();
  const whole = parsed(own);
  if (isObject(whole)) return whole;
  let tries = 0;
  for (let at = own.indexOf('{'); at >= 0 && tries < MOST_TRIES; at = own.indexOf('{', at + 1)) {
    tries++;
    const end = endOfObject(own, at);
    const value = end === undefined ? undefined : parsed(own.slice(at, end));
    if (isObject(value)) return value;
  }
  return undefined;
}

// Each try reads to the end of the text: the bound keeps a flood of braces cheap.
const MOST_TRIES = 20;

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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer like any other here: the caller is told that there is none.
    return undefined;
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
