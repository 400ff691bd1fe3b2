/** A prompt as its file gives it: two texts with places to fill. */
export type Template = { readonly system: string; readonly user: string };

/** The places each prompt must have, without which the model would be asked for nothing. */
export const PROMPT_PLACES = {
  digest: ['language', 'boundary', 'sources', 'quotes'],
  question: ['language', 'boundary', 'sources', 'quotes', 'question'],
  translation: ['from', 'language', 'boundary', 'texts'],
} as const;

export type PromptName = keyof typeof PROMPT_PLACES;

/**
 * Reads a prompt file: what stands under `# System` and under `# Request`. Gives one line for each thing wrong with it
 * instead where there is any.
 */
export function readTemplate(
  text: string,
  name: PromptName,
): { readonly template: Template } | { readonly problems: readonly string[] } {
  const parts = /^# System\s*\n([\s\S]*?)\n# Request\s*\n([\s\S]*)$/m.exec(
    text.replace(/\r\n?/g, '\n'),
  );
  if (!parts) {
    return { problems: ['needs the headings "# System" and "# Request", in this order.'] };
  }
  const known: readonly string[] = PROMPT_PLACES[name];
  const used = new Set([...text.matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].map((m) => m[1] ?? ''));
  const problems = [
    ...known
      .filter((place) => !used.has(place))
      .map((place) => `the placeholder {{${place}}} is missing.`),
    ...[...used]
      .filter((place) => !known.includes(place))
      .map((place) => `{{${place}}} is no placeholder; there are {{${known.join('}}, {{')}}}.`),
  ];
  if (problems.length > 0) return { problems };
  return { template: { system: (parts[1] ?? '').trim(), user: (parts[2] ?? '').trim() } };
}

/** The text with its places filled, each once and nothing inside what was filled in. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (whole, place: string) => values[place] ?? whole);
}
