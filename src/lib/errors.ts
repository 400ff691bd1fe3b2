/** The asker slipped: the message is shown to them as it stands, so it says what to do next. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** The operator's files, environment or command line cannot be used. Ends the program with exit code 2. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The deepest reason of a fault in one line: what a person needs to see without a stack. */
export function reasonOf(error: unknown): string {
  let deepest: unknown = error;
  while (deepest instanceof Error && deepest.cause !== undefined) deepest = deepest.cause;
  const text = deepest instanceof Error ? deepest.message || deepest.name : String(deepest);
  return text.split('\n', 1)[0] ?? text;
}
