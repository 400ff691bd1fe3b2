import type { CompletionRequest } from '../lib/completion.ts';

/** How a server is asked for JSON, the strictest first; not every one knows the first two. */
const FORMATS = ['json_schema', 'json_object', 'text'] as const;

/** What a server understands of OpenAI's interface. */
export type Dialect = {
  readonly format: (typeof FORMATS)[number];
  /** What it calls the longest answer; newer hosted models refuse the older name. */
  readonly longest: 'max_tokens' | 'max_completion_tokens';
  /** Whether it lets us choose: some models have one temperature only. */
  readonly temperature: boolean;
};

export const STRICTEST: Dialect = {
  format: FORMATS[0],
  longest: 'max_tokens',
  temperature: true,
};

/**
 * What a server may understand that complained in these words; undefined where nothing plainer is left. Servers say in
 * many ways that they know no schema, so a complaint that names nothing else is worth a plainer form.
 */
export function plainerAfter(complaint: string, dialect: Dialect): Dialect | undefined {
  if (dialect.longest === 'max_tokens' && complaint.includes('max_completion_tokens')) {
    return { ...dialect, longest: 'max_completion_tokens' };
  }
  if (dialect.temperature && /\btemperature\b/i.test(complaint)) {
    return { ...dialect, temperature: false };
  }
  const format = FORMATS[FORMATS.indexOf(dialect.format) + 1];
  return format && { ...dialect, format };
}

/** The body of a request, streaming off. */
export function bodyOf(model: string, request: CompletionRequest, dialect: Dialect) {
  const responseFormat =
    dialect.format === 'json_schema'
      ? { type: 'json_schema', json_schema: { ...request.schema, strict: true } }
      : dialect.format === 'json_object'
        ? { type: 'json_object' }
        : undefined;
  return {
    model,
    messages: [
      { role: 'system', content: request.system },
      { role: 'user', content: request.user },
    ],
    stream: false,
    ...(dialect.temperature && { temperature: 0 }),
    [dialect.longest]: request.maxTokens,
    ...(responseFormat && { response_format: responseFormat }),
  };
}
