import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  channel,
  command,
  faint,
  type Message,
  message,
  type Run,
  sentence,
  source,
  strong,
  struck,
  text,
  troubleSentence,
} from '../../../src/chat/message.ts';
import type { Look } from '../../../src/chat/slack/look.ts';
import { renderSlack, type SlackMessage } from '../../../src/chat/slack/render.ts';
import { linkTarget } from '../../../src/chat/source-link.ts';
import { refusalOfBlocks, textLength } from '../../support/slack/block-kit/check.ts';
import { linksOf, mentionsOf } from '../../support/slack/mrkdwn.ts';

const LOOK: Look = {
  commands: { story: 'story', ask: 'ask', digest: 'digest', news: 'news' },
  sample: false,
  shared: false,
};

const sources = new Map([
  [1, { label: 'The Example', url: 'https://news.example/harbour' }],
  [2, { label: 'Other', url: 'https://other.example/x?a=1&b=<2>|3' }],
  [3, { label: 'A file', url: null }],
]);

const one = (blocks: readonly Block[], look = LOOK): SlackMessage => {
  const all = renderSlack(message(blocks, sources), look);
  expect(all).toHaveLength(1);
  return all[0] as SlackMessage;
};

const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', runs });

test('a short title stands in a header, a linked headline in bold rich text', () => {
  const { blocks } = one([
    { kind: 'heading', level: 1, runs: [text('News digest · Mon 2 Mar')] },
    { kind: 'heading', level: 1, runs: [source(1, 'Harbour closed')] },
  ]);
  expect(blocks).toEqual([
    { type: 'header', text: { type: 'plain_text', text: 'News digest · Mon 2 Mar', emoji: false } },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            {
              type: 'link',
              url: 'https://news.example/harbour',
              text: 'Harbour closed',
              style: { bold: true },
            },
          ],
        },
      ],
    },
  ]);
});

test("a story's headline, first sentence and quote are one block, its small print the next", () => {
  const { blocks } = one([
    { kind: 'heading', level: 2, runs: [text('1. '), source(1, 'Harbour closed')] },
    paragraph(text('The harbour was closed. '), source(1)),
    { kind: 'quote', text: 'We had no choice.', attribution: [text('— Ann Lee '), source(2)] },
    { kind: 'note', runs: [faint('3 articles · '), command('/story #12')] },
  ]);
  expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'context']);
  expect(blocks[0]).toMatchObject({
    elements: [{ type: 'rich_text_section' }, { type: 'rich_text_quote' }],
  });
  expect(blocks[1]).toEqual({
    type: 'context',
    elements: [{ type: 'mrkdwn', text: '3 articles · `/story #12`', verbatim: true }],
  });
});

test('small print is one text where nothing in it could be read as more than its words', () => {
  const printed = (...runs: Run[]) => {
    const [note] = one([{ kind: 'note', runs }]).blocks;
    return (note as { elements: readonly { type: string; text: string }[] }).elements;
  };
  const footer = printed(
    strong('2 new'),
    faint(' · next digest Wed, Mar 4, 08:30 · subscription #3'),
  );
  expect(footer).toMatchObject([
    { type: 'mrkdwn', text: '*2 new* · next digest Wed, Mar 4, 08:30 · subscription #3' },
  ]);
  for (const words of [' :smile: ', ' 1:30:2', ' #general', ' <!here>', ' _sly_', ' example.com']) {
    const parts = printed(strong('2 new'), faint(words));
    expect(parts).toMatchObject([{ type: 'mrkdwn' }, { type: 'plain_text', text: words.trim() }]);
  }
});

test('short facts stand in columns, facts with a command line by line', () => {
  const { blocks } = one([
    { kind: 'fields', fields: [{ name: 'Articles', value: [text('1,204')] }] },
    { kind: 'fields', fields: [{ name: '/story <query>', value: [command('/story x')] }] },
  ]);
  expect(blocks).toMatchObject([
    { type: 'section', fields: [{ type: 'mrkdwn', text: '*Articles*\n1,204', verbatim: true }] },
    { type: 'rich_text' },
  ]);
});

test('menus and buttons that follow one another stand in one row', () => {
  const { blocks } = one([
    {
      kind: 'menu',
      label: 'Open a story',
      entries: [{ label: 'Harbour', hint: '3 outlets', line: '/story #12' }],
    },
    {
      kind: 'buttons',
      buttons: [{ label: 'Share', press: 'share', line: '/digest window:1440m' }],
    },
  ]);
  expect(blocks).toEqual([
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: 'crier.answer.0',
          placeholder: { type: 'plain_text', text: 'Open a story', emoji: false },
          options: [
            {
              text: { type: 'plain_text', text: 'Harbour', emoji: false },
              value: '/story #12',
              description: { type: 'plain_text', text: '3 outlets', emoji: false },
            },
          ],
        },
        {
          type: 'button',
          action_id: 'crier.share.1',
          text: { type: 'plain_text', text: 'Share', emoji: false },
          value: '/digest window:1440m',
        },
      ],
    },
  ]);
});

test('what everybody sees has no Share button', () => {
  const buttons: Block = {
    kind: 'buttons',
    buttons: [{ label: 'Share', press: 'share', line: '/story #12' }],
  };
  expect(one([paragraph(text('x')), buttons], { ...LOOK, shared: true }).blocks).toHaveLength(1);
});

test('a menu of more than a hundred entries becomes several, each entry in one of them', () => {
  const entries = Array.from({ length: 230 }, (_, at) => ({
    label: `Story ${at}`,
    hint: '',
    line: `/story #${at}`,
  }));
  const all = renderSlack(message([{ kind: 'menu', label: 'Open', entries }]), LOOK);
  const values = [...JSON.stringify(all).matchAll(/"value":"([^"]+)"/g)].map(([, value]) => value);
  expect(values).toEqual(entries.map(({ line }) => line));
});

test('a channel is a mention of it, wherever it stands; direct messages have no name', () => {
  const { blocks, text: fallback } = one([
    paragraph(text('In '), channel('C0123ABCD'), text(' and in '), channel('@U0123ABCD')),
    { kind: 'heading', level: 1, runs: [channel('C0123ABCD')] },
    { kind: 'note', runs: [channel('C0123ABCD'), faint(' tomorrow')] },
    { kind: 'fields', fields: [{ name: 'Where', value: [channel('C0123ABCD')] }] },
  ]);
  const mention = { type: 'channel', channel_id: 'C0123ABCD' };
  const bold = { ...mention, style: { bold: true } };
  const [said, heading, note, fields] = blocks;
  expect(said).toMatchObject({
    elements: [
      { elements: [{ text: 'In ' }, mention, { text: ' and in ' }, { text: 'direct messages' }] },
    ],
  });
  expect(heading).toMatchObject({ elements: [{ elements: [{ text: '\n' }, bold] }] });
  expect(note).toMatchObject({ type: 'context', elements: [{ text: '<#C0123ABCD>' }, {}] });
  expect(JSON.stringify(fields)).toContain(JSON.stringify(mention));
  expect(mentionsOf({ text: fallback })).toEqual([]);
});

test('what no longer holds is struck through, and said to be so where nothing can be', () => {
  const { blocks, text: fallback } = one([
    paragraph(text('Twelve ships. '), struck('Ten ships.')),
    { kind: 'note', runs: [struck('ten ships')] },
    { kind: 'note', runs: [struck('*ten* ships')] },
  ]);
  const gone = { type: 'text', text: 'Ten ships.', style: { strike: true } };
  expect(blocks).toMatchObject([
    { elements: [{ elements: [{ text: 'Twelve ships. ' }, gone] }] },
    { type: 'context', elements: [{ type: 'mrkdwn', text: '~ten ships~' }] },
    { type: 'rich_text' },
  ]);
  expect(fallback).toContain('(no longer “Ten ships.”)');
});

describe('where commands have other names', () => {
  const look = { ...LOOK, commands: { ...LOOK.commands, story: 'crier-story', news: 'crier' } };

  test('commands are said by those names', () => {
    const { blocks, text: fallback } = one(
      [
        paragraph(text('Try '), command('/story austin')),
        { kind: 'note', runs: [command('/news help')] },
      ],
      look,
    );
    for (const said of [JSON.stringify(blocks), fallback]) {
      expect(said).toContain('/crier-story austin');
      expect(said).toContain('/crier help');
    }
  });

  test('so they are in what went wrong', () => {
    const shown = troubleSentence(
      'Try: /story austin, or /news help. See bbc.example/news and /newsroom.',
    );
    const [first] = renderSlack(shown, look);
    expect(JSON.stringify(first?.blocks)).toContain(
      'Try: /crier-story austin, or /crier help. See bbc.example/news and /newsroom.',
    );
    expect(first?.text).toContain('/crier-story austin');
  });

  test("words of outlets are the outlets' own", () => {
    const blackout = 'Peace talks: either peace /news blackout or talks';
    const { blocks, text: fallback } = one(
      [
        { kind: 'heading', level: 1, runs: [text(blackout)] },
        paragraph(strong(blackout), text(blackout)),
        { kind: 'bullets', items: [[faint(blackout)]] },
        { kind: 'quote', text: blackout, attribution: [text(blackout)] },
        { kind: 'fields', fields: [{ name: blackout, value: [text(blackout)] }] },
        { kind: 'note', runs: [text(blackout)] },
      ],
      look,
    );
    expect(JSON.stringify(blocks)).not.toContain('/crier');
    expect(JSON.stringify(blocks).split('/news blackout')).toHaveLength(10);
    expect(fallback).not.toContain('/crier');
  });
});

test('every message of the sample newsroom says so, also in the notification', () => {
  const long = Array.from({ length: 80 }, (_, at) => [
    paragraph(text(`Part ${at}. ${'word '.repeat(60)}`)),
    { kind: 'divider' as const },
  ]).flat();
  const all = renderSlack(message(long), { ...LOOK, sample: true });
  expect(all.length).toBeGreaterThan(1);
  for (const { blocks, text: fallback } of all) {
    expect(JSON.stringify(blocks[0])).toContain('SAMPLE');
    expect(fallback).toMatch(/^SAMPLE/);
  }
});

test('a link says where it leads, and only web addresses are links', () => {
  const hostile = new Map([
    [1, { label: 'bank.example', url: 'https://evil.example/a|b>c' }],
    [2, { label: 'Script', url: 'javascript:alert(1)' }],
  ]);
  const [shown] = renderSlack(message([paragraph(source(1), text(' '), source(2))], hostile), LOOK);
  expect(linksOf(shown as SlackMessage)).toMatchObject([
    { url: 'https://evil.example/a%7Cb%3Ec', label: 'evil.example' },
  ]);
  expect(JSON.stringify(shown)).toContain('Script');
});

test.for([
  ['Latin', 'Lorem ipsum dolor sit amet, '],
  ['Chinese', '港口星期一关闭了，所有船只都在外海等候。'],
  ['Arabic', 'أغلق الميناء يوم الاثنين وانتظرت السفن في عرض البحر. '],
  ['emoji', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇺🇦'],
] as const)('a long text in %s is divided over messages without losing a letter', ([, words]) => {
  const long = words.repeat(Math.ceil(30_000 / words.length));
  const all = renderSlack(
    message([
      { kind: 'heading', level: 1, runs: [text(long.slice(0, 4000))] },
      paragraph(text(long)),
      { kind: 'quote', text: long, attribution: [text('— X')] },
      { kind: 'bullets', items: [[text(long)], [text('last')]] },
    ]),
    LOOK,
  );
  expect(all.length).toBeGreaterThan(5);
  for (const shown of all) expectWithinLimits(shown);
  const said = all.map(({ blocks }) => wordsIn(blocks)).join('');
  const plain = (value: string) => value.replace(/[\s“”]/g, '');
  const [shown] = renderSlack(sentence(words), LOOK);
  // What cleaning takes out (tags in flags) is no loss of rendering.
  const unit = plain(wordsIn(shown?.blocks));
  expect(plain(said).split(unit).length - 1).toBeGreaterThan((3 * 30_000) / words.length - 3);
  expect(plain(said)).toContain('last');
});

test('an empty line stands between stories, and none at the head of a message', () => {
  const { blocks } = one([
    { kind: 'heading', level: 1, runs: [text('Digest')] },
    { kind: 'heading', level: 2, runs: [text('One')] },
    { kind: 'note', runs: [faint('1 article')] },
    { kind: 'heading', level: 2, runs: [text('Two')] },
  ]);
  expect(blocks.map(wordsIn)).toEqual(['Digest', 'One', '1 article', '\nTwo']);
});

test('a digest of many stories is divided between stories', () => {
  const story = (n: number): Block[] => [
    { kind: 'heading', level: 2, runs: [text(`${n}. `), source(1, `Headline ${n}`)] },
    paragraph(text('word '.repeat(120))),
    { kind: 'note', runs: [faint(`note ${n}`)] },
  ];
  const all = renderSlack(
    message(Array.from({ length: 40 }, (_, at) => story(at)).flat(), sources),
    LOOK,
  );
  expect(all.length).toBeGreaterThan(1);
  for (const { blocks } of all) {
    expect(blocks[0]?.type).toBe('rich_text');
    expect(blocks.at(-1)?.type).toBe('context');
  }
});

function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, inner]) => (name === 'text' && typeof inner === 'string' ? inner : wordsIn(inner)))
    .join('');
}

function expectWithinLimits(shown: SlackMessage): void {
  expect(refusalOfBlocks(shown.blocks)).toBeNull();
  expect(shown.blocks.length).toBeLessThanOrEqual(35);
  expect(textLength(shown.blocks)).toBeLessThanOrEqual(10_000);
  expect(shown.text.trim()).not.toBe('');
  expect(shown.text.length).toBeLessThan(40_000);
}

function expectHarmless(shown: SlackMessage, given: Message): void {
  // A channel's name calls nobody; it stands where we put it alone.
  const named = new Set([...JSON.stringify(given.blocks).matchAll(CHANNEL)].map(([, id]) => id));
  for (const { kind, id } of mentionsOf(shown)) {
    expect(kind).toBe('channel');
    expect(named).toContain(id);
  }
  const allowed = new Set([...given.sources.values()].map(({ url }) => linkTarget(url, 3000)));
  for (const { url } of linksOf(shown)) expect(allowed).toContain(url);
}

const CHANNEL = /"kind":"channel","channel":"([^"]*)"/g;

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.nat(600))
    .map(([unit, times]) => unit.repeat(times)),
  fc.constantFrom(
    '<!channel>',
    '<@U012AB3CD>',
    '<https://evil.example|here>',
    'https://evil.example/x',
    'evil.com and jo@evil.com',
    '*bold* _it_ ~no~ `code` ```',
    '> quoted',
    ':tada: @here #general',
    '/story x',
  ),
);
const run: fc.Arbitrary<Run> = fc.oneof(
  words.map(text),
  words.map(strong),
  words.map(faint),
  words.map(command),
  words.map(struck),
  words.map(channel),
  fc.constantFrom(channel('C0123ABCD'), channel('@U0123ABCD')),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.option(words))
    .map(([id, said]) => (said === null ? source(id) : source(id, said))),
);
const runs = fc.array(run, { maxLength: 8 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const),
    runs,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({ kind: fc.constant('note' as const), runs }),
  fc.record({ kind: fc.constant('bullets' as const), items: fc.array(runs, { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('quote' as const), text: words, attribution: runs }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: words, value: runs }), { maxLength: 14 }),
  }),
  fc.record({ kind: fc.constant('divider' as const) }),
  fc.record({
    kind: fc.constant('buttons' as const),
    buttons: fc.array(
      fc.record({
        label: words,
        press: fc.constantFrom(
          'answer' as const,
          'share' as const,
          'ask' as const,
          'fill' as const,
        ),
        line: words,
      }),
      { maxLength: 30 },
    ),
  }),
  fc.record({
    kind: fc.constant('menu' as const),
    label: words,
    entries: fc.array(fc.record({ label: words, hint: words, line: words }), { maxLength: 120 }),
  }),
);
const anyMessage: fc.Arbitrary<Message> = fc.record({
  blocks: fc.array(block, { maxLength: 20 }),
  sources: fc
    .array(fc.record({ label: words, url: fc.oneof(fc.webUrl(), fc.constant(null), words) }), {
      maxLength: 4,
    })
    .map((all) => new Map(all.map((one, at) => [at + 1, one]))),
  story: fc.constant(null),
  trouble: fc.boolean(),
});

test('any message at all stays within every limit, calls nobody and leads to its sources alone', () => {
  fc.assert(
    fc.property(anyMessage, fc.boolean(), fc.boolean(), (given, sample, shared) => {
      for (const shown of renderSlack(given, { ...LOOK, sample, shared })) {
        expectWithinLimits(shown);
        expectHarmless(shown, given);
      }
    }),
    { numRuns: 300 },
  );
});

/** A message with these words in every place that words can stand in. */
function everywhere(said: string): Message {
  const all = [
    text(said),
    strong(said),
    faint(said),
    struck(said),
    channel(said),
    command(said),
    source(1, said),
    source(2),
  ];
  return {
    blocks: [
      { kind: 'heading', level: 1, runs: [text(said)] },
      { kind: 'heading', level: 1, runs: all },
      { kind: 'heading', level: 2, runs: all },
      { kind: 'paragraph', runs: all },
      { kind: 'bullets', items: [all, all] },
      { kind: 'quote', text: said, attribution: all },
      { kind: 'fields', fields: [{ name: said, value: [text(said)] }] },
      { kind: 'fields', fields: [{ name: said, value: all }] },
      {
        kind: 'note',
        runs: [faint(said), command(said), strong(said), struck(said), channel(said)],
      },
      { kind: 'note', runs: all },
      { kind: 'buttons', buttons: [{ label: said, press: 'answer', line: said }] },
      { kind: 'menu', label: said, entries: [{ label: said, hint: said, line: said }] },
    ],
    sources: new Map([
      [1, { label: said, url: 'https://news.example/a' }],
      [2, { label: said, url: said }],
    ]),
    story: null,
    trouble: false,
  };
}

const SHARED = new URL('../../../../shared/data/security/', import.meta.url);

function read(name: string): string | null {
  try {
    return readFileSync(new URL(name, SHARED), 'utf8');
  } catch {
    return null;
  }
}

const payloads = read('chat-payloads.txt');
const naughty = read('blns.json');

test.skipIf(payloads === null)(
  'texts made to hurt chats are harmless in every field (needs ../shared/data/security/chat-payloads.txt)',
  () => {
    const all = (payloads ?? '')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => JSON.parse(line.split('\t')[2] ?? '""') as string);
    expect(all.length).toBeGreaterThan(20);
    for (const said of all) expectAllHarmless(everywhere(said));
  },
);

test.skipIf(naughty === null)(
  'naughty strings are harmless in every field (needs ../shared/data/security/blns.json)',
  () => {
    for (const said of JSON.parse(naughty ?? '[]') as string[]) expectAllHarmless(everywhere(said));
  },
);

function expectAllHarmless(given: Message): void {
  for (const shown of renderSlack(given, LOOK)) {
    expectWithinLimits(shown);
    expectHarmless(shown, given);
  }
}
