import { expect, test } from 'vitest';
import { linksOf, mentionsOf } from '../support/slack/mrkdwn.ts';

const section = (text: string, more: object = {}) => ({
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text, ...more } }],
});
const richText = (...elements: object[]) => ({
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
});
const urls = (message: object) => linksOf(message).map(({ url, how }) => `${how} ${url}`);
const called = (message: object) =>
  mentionsOf(message).map(({ kind, id, how }) => `${how} ${kind} ${id}`);

test.for([
  [{ text: 'see <https://a.example/x|the report>' }, ['marked https://a.example/x']],
  [{ text: 'see <https://a.example/?a=1&amp;b=2>' }, ['marked https://a.example/?a=1&b=2']],
  [{ text: 'see https://a.example/x.' }, ['bare https://a.example/x.']],
  [{ text: 'write to jo@a.example' }, ['bare mailto:jo@a.example']],
  [{ text: 'on evil.com/now they say' }, ['domain http://evil.com/now']],
  [{ text: '<!date^1392734382^{date}^https://a.example|then>' }, ['marked https://a.example']],
  [{ text: '&lt;https://a.example|x&gt; is words' }, ['bare https://a.example']],
  [{ text: 'a sentence. Then another, at 3.5 per cent' }, []],
  [section('see https://a.example/x'), ['bare https://a.example/x']],
  [section('see https://a.example/x', { verbatim: true }), []],
  [section('see <https://a.example/x|x>', { verbatim: true }), ['marked https://a.example/x']],
  [
    { blocks: [{ type: 'header', text: { type: 'plain_text', text: '<https://a.example|x>' } }] },
    [],
  ],
  [
    {
      blocks: [{ type: 'markdown', text: '[x](https://a.example) ![p](https://b.example/p.png)' }],
    },
    ['markdown https://a.example', 'markdown https://b.example/p.png'],
  ],
  [richText({ type: 'text', text: 'https://a.example' }), []],
  [
    richText({ type: 'link', url: 'https://a.example', text: 'x' }),
    ['rich text https://a.example'],
  ],
  [
    {
      blocks: [
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              text: { type: 'plain_text', text: 'Read' },
              url: 'https://a.example',
            },
          ],
        },
      ],
    },
    ['button https://a.example'],
  ],
  [
    { blocks: [{ type: 'image', image_url: 'https://a.example/p.png', alt_text: 'p' }] },
    ['picture https://a.example/p.png'],
  ],
] as const)('links of %j', ([message, found]) => {
  expect(urls(message)).toEqual(found);
});

test.for([
  [{ text: 'hi <@U123>' }, ['marked user U123']],
  [{ text: 'hi <@U123|ada>' }, ['marked user U123']],
  [
    { text: '<!here> <!channel> <!everyone>' },
    ['marked here here', 'marked everyone in channel channel', 'marked everyone everyone'],
  ],
  [{ text: '<!subteam^S1|@desk> in <#C1|news>' }, ['marked group S1', 'marked channel C1']],
  [{ text: '&lt;!here&gt; and @here are words' }, []],
  [{ text: 'now @here', parse: 'full' }, ['auto here here']],
  [{ text: 'now @everyone', linkNames: true }, ['auto everyone everyone']],
  [section('now @channel'), ['auto everyone in channel channel']],
  [section('now @channel', { verbatim: true }), []],
  [section('now <!channel>', { verbatim: true }), ['marked everyone in channel channel']],
  [{ blocks: [{ type: 'header', text: { type: 'plain_text', text: '<!here> @here' } }] }, []],
  [richText({ type: 'text', text: '<!here>' }), []],
  [
    richText({ type: 'broadcast', range: 'here' }, { type: 'user', user_id: 'U1' }),
    ['rich text here here', 'rich text user U1'],
  ],
  [
    { attachments: [{ fallback: 'x', text: '<!channel>' }] },
    ['marked everyone in channel channel'],
  ],
] as const)('mentions of %j', ([message, found]) => {
  expect(called(message)).toEqual(found);
});
