// Sentences of invented news, long enough for an extractor to take them for prose.
export const PARAGRAPHS = [
  'The old bridge over the river Alm will stay closed until the end of April, the town council said on Monday, because two of its bearings have to be replaced.',
  'Engineers found the damage in January, when they lowered a camera into the eastern pier, and advised the council to keep even cyclists off the roadway.',
  '“We would rather be blamed for caution than for an accident,” said Hanna Brandt, who leads the works department, adding that the ferries would run every ten minutes.',
  'Shopkeepers on the northern bank have asked for compensation, and the council wants to decide about their request in the first week of February.',
] as const;

export const ARTICLE = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');

/** A page around an article; `body` stands inside the article element. */
export function page(
  parts: {
    readonly head?: string;
    readonly before?: string;
    readonly body?: string;
    readonly after?: string;
  } = {},
): string {
  const { head = '', before = '', body = ARTICLE, after = '' } = parts;
  return `<!DOCTYPE html><html lang="en"><head><title>Bridge to stay closed | The Alm Courier</title>${head}</head>
    <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>${before}
    <main><article><h1>Bridge to stay closed</h1>${body}</article></main>${after}
    <footer>All rights reserved by the Courier</footer></body></html>`;
}
