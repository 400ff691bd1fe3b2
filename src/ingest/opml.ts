import { Parser } from 'htmlparser2';

export type OpmlFeed = {
  readonly url: string;
  readonly title: string | null;
  readonly language: string | null;
};

/** The feeds of a document, or what is wrong with it and in which line. */
export type OpmlReading =
  | { readonly feeds: OpmlFeed[] }
  | { readonly problem: string; readonly line: number };

/**
 * The feeds of an OPML 2.0 document (http://opml.org/spec2.opml), folders flattened, each address once. A document
 * that is none, or an address that is none, is told with its line. Tags that are never closed cost the parser the
 * square of their number: what strangers wrote is read in a worker (`workers/reading.ts`).
 */
export function readOpml(text: string): OpmlReading {
  const feeds = new Map<string, OpmlFeed>();
  let problem: { problem: string; line: number } | undefined;
  let isOpml = false;
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'opml') isOpml = true;
        const url = attributes.xmlurl?.trim();
        if (!isOpml || name !== 'outline' || url === undefined) return;
        if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
          problem ??= {
            problem: `"${url.slice(0, 80)}" is no web address: a feed needs xmlUrl="https://…".`,
            line: lineAt(parser.startIndex),
          };
          return;
        }
        const title = (attributes.title || attributes.text || '').trim();
        feeds.set(url, {
          url,
          title: title || null,
          language: attributes.language?.trim() || null,
        });
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  if (!isOpml) return { problem: 'is no OPML: it has no <opml> element.', line: 1 };
  return problem ?? { feeds: [...feeds.values()] };
}

/** Feeds as an OPML 2.0 document that other readers import. */
export function writeOpml(feeds: readonly OpmlFeed[]): string {
  const outlines = feeds.map((feed) => {
    const title = escapeXml(feed.title ?? feed.url);
    const language = feed.language ? ` language="${escapeXml(feed.language)}"` : '';
    return `    <outline type="rss" text="${title}" title="${title}" xmlUrl="${escapeXml(feed.url)}"${language}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head><title>Crier</title></head>',
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
