import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/lib/clock.ts';

export type Printed = { readonly title: string; readonly paragraphs: readonly string[] };

/** What fills its pages; mute it and only what the test prints is left. */
export const PAGES_FILLED = 'Tide table';
const PIERS = ['Amber', 'Birch', 'Cedar', 'Dune', 'Ebb', 'Fern', 'Gull', 'Heron', 'Iris'];

/** An outlet on loopback whose feed holds what the test lets it print; closed with the test. */
export async function openPress(clock: Clock) {
  // What an outlet prints every few minutes is asked for every minute.
  const items: (Printed & { readonly at: Date })[] = PIERS.map((pier) => ({
    title: `${PAGES_FILLED}: ${pier}`,
    paragraphs: [`High water at ${pier} comes at half past four and again before five.`],
    at: clock(),
  }));
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' });
    response.end(rss(items));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`,
    print: (printed: Printed) => void items.push({ ...printed, at: clock() }),
  };
}

const rss = (items: readonly (Printed & { readonly at: Date })[]) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Quay Post</title><link>http://quay.example/</link><description>News</description>
${items
  .map(
    ({ title, paragraphs, at }, i) => `<item><title>${title}</title>
<link>http://quay.example/${i}</link><guid isPermaLink="false">quay-${i}</guid>
<pubDate>${at.toUTCString()}</pubDate>
<content:encoded><![CDATA[${paragraphs.map((one) => `<p>${one}</p>`).join('')}]]></content:encoded></item>`,
  )
  .join('\n')}
</channel></rss>`;

/** Articles on events that have nothing to do with each other. */
export const EVENTS: readonly Printed[] = [
  {
    title: 'Old lighthouse at Crane Head to be lit again',
    paragraphs: [
      'The lighthouse at Crane Head will be lit again after forty years in the dark, the harbour trust decided on a vote of nine to two.',
      'The lamp was bought from a yard in Norway and will be seen from eighteen miles away. Work on the stairs begins within a month.',
      '“It belongs to everybody who ever looked for it at night,” said Edda Marlow, who chairs the trust.',
    ],
  },
  {
    title: 'Bakers of Sollem strike over night shifts',
    paragraphs: [
      'Three hundred bakers in Sollem stopped work over a plan to begin the night shift two hours earlier.',
      'The owners of the four large bakeries offered a supplement of twelve per cent. The union called the offer too small and wants the shift to stay as it is.',
      '“Nobody bakes well at one in the morning,” said union secretary Piet Arnold in front of the gates.',
    ],
  },
  {
    title: 'Comet Ostrander seen with the naked eye for the first time',
    paragraphs: [
      'Comet Ostrander was seen with the naked eye from the plateau of Hirta, astronomers at the observatory there reported.',
      'It is expected to grow brighter until the middle of the month and will then stand low above the western horizon.',
      '“I have waited twenty years for one like this,” said astronomer Lena Fisk of the observatory.',
    ],
  },
  {
    title: 'River Tarn bridge closed after a crack is found',
    paragraphs: [
      'The road bridge over the Tarn at Weller was closed to all traffic after inspectors found a crack in one of its girders.',
      'Drivers are sent round by Holm, which takes forty minutes longer. The road office expects repairs to last until spring.',
      '“We close it because we do not know how deep it goes,” said chief engineer Rosa Danforth.',
    ],
  },
];
