/** One thing wrong with a body: where, Discord's code for it, and its words. */
export type Flaw = {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
};

/** Collects what is wrong with a body; rules write into it and never stop at the first flaw. */
export class Form {
  readonly flaws: Flaw[] = [];

  add(path: readonly (string | number)[], code: string, message: string): void {
    this.flaws.push({ path, code, message });
  }

  /**
   * A text of at most `max` characters, trimmed as Discord trims. A required text that is blank is BASE_TYPE_REQUIRED
   * (seen for embed fields: discord.js issues), one whose length is bounded on both sides BASE_TYPE_BAD_LENGTH.
   */
  text(
    path: readonly (string | number)[],
    value: unknown,
    { max, min = 0, required = false }: { max: number; min?: number; required?: boolean },
  ): void {
    if (value === undefined || value === null) {
      if (required) this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
      return;
    }
    if (typeof value !== 'string') {
      this.add(path, 'STRING_TYPE_CONVERT', `Could not interpret "${String(value)}" as string.`);
      return;
    }
    const length = charactersIn(value);
    if (min === 0 && required && length === 0)
      this.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    else if (min > 0 && (length < min || length > max))
      this.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    else if (length > max)
      this.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }

  list(
    path: readonly (string | number)[],
    value: unknown,
    { max, min = 0 }: { max: number; min?: number },
  ): void {
    if (value === undefined || value === null) return;
    if (!Array.isArray(value)) {
      this.add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return;
    }
    if (min > 0 && (value.length < min || value.length > max))
      this.add(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    else if (value.length > max)
      this.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  }

  /** An http(s) address; `schemes` adds others (discord:// on link buttons, attachment:// in media). */
  address(path: readonly (string | number)[], value: unknown, schemes: readonly string[]): void {
    if (value === undefined || value === null) return;
    const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
    if (!url) this.add(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    else if (!schemes.includes(url.protocol.slice(0, -1)))
      this.add(
        path,
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${url.protocol.slice(0, -1)}" is not supported. Scheme must be one of (${schemes.map((s) => `'${s}'`).join(', ')}).`,
      );
  }
}

/**
 * Length as Discord is believed to count it: Python's `len`, that is code points, after trimming. See
 * docs/unproven-discord.md: a renderer that stays below the limit in UTF-16 units is below it in either count.
 */
export function charactersIn(text: string): number {
  return [...text.trim()].length;
}

/** Discord docs "Reference › Error Messages": the errors object repeats the body's shape, lists by index as keys. */
export function nestFlaws(flaws: readonly Flaw[]): object {
  const root: Record<string, unknown> = {};
  for (const { path, code, message } of flaws) {
    let node = root;
    for (const step of path) {
      const next = node[step];
      const inner = (next as Record<string, unknown> | undefined) ?? {};
      node[step] = inner;
      node = inner;
    }
    const said = (node._errors as object[] | undefined) ?? [];
    node._errors = [...said, { code, message }];
  }
  return root;
}
