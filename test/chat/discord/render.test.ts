import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/chat/clean.ts';
import { type Payload, type Rendering, render } from '../../../src/chat/discord/render.ts';
import {
  type Block,
  type Message,
  message,
  type Run,
  type Source,
  sentence,
  text,
} from '../../../src/chat/message.ts';
import { mentionsOf } from '../../support/discord/rules/mentions.ts';
import { checkMessage } from '../../support/discord/rules/messages.ts';
import { settle } from '../../support/discord/settled.ts';

const QUIET: Rendering = { shared: false, sample: false, key: null, keep: () => {} };
const shown = (said: Message, about: Partial<Rendering> = {}) =>
  render(said, { ...QUIET, ...about });

/** Titles, in which Discord reads marks inside a line but nothing that begins one. */
const titles = ({ embeds = [] }: Payload): string[] =>
  embeds.flatMap((embed) => [embed.title ?? '', ...(embed.fields ?? []).map(({ name }) => name)]);

/** The texts in which Discord reads all of its markdown. */
const texts = ({ content = '', embeds = [] }: Payload): string[] => [
  content,
  ...embeds.flatMap((embed) => [
    embed.description ?? '',
    ...(embed.fields ?? []).map(({ value }) => value),
  ]),
];

/** The text without what an escape or a code span has made plain, in the order Discord reads them. */
function live(markdown: string): string {
  return markdown.replace(/\\[^\p{L}\p{N}\s]|`[^`]+`/gu, '\u0001');
}

/** What Discord would make links of: masked ones, bare addresses, invites. */
function linksIn(markdown: string): string[] {
  const all = live(markdown);
  const masked = [...all.matchAll(/\]\(<?([^\s<>()]+)>?\)/g)].map(([, url = '']) => url);
  const rest = all.replace(/\]\([^)]*\)/g, '');
  const bare = [...rest.matchAll(/\w+:\/\/\S+/g)].map(([url]) => url);
  const invites = [...rest.matchAll(/discord(?:app)?\.(?:gg|com\/invite)\/\S+/gi)].map(([u]) => u);
  return [...masked, ...bare, ...invites];
}

const DRAWN = /<(?:@[!&]?|#|a?:\w+:|t:|\/|id:)[^>]*>|@(?:everyone|here)|\|\||__|~~|```/g;
const BEGUN = /^\s*(?:#{1,3} |-# |[-+*] |\d+[.)] |>{1,3} )/;

/** Mentions, emoji, times and commands that Discord would draw. */
function drawnIn(markdown: string): string[] {
  const rest = live(markdown).replace(/\]\([^)]*\)/g, '');
  return [...rest.matchAll(DRAWN)].map(([found]) => found);
}

/** Lines that begin a heading, list or quote beside ours, which stand at the beginning of a line, once. */
function begunIn(markdown: string): string[] {
  const lines = live(markdown).split('\n');
  return lines
    .map((line) => line.replace(/^(?:## |-# |- |> )/, ''))
    .filter((line) => BEGUN.test(line));
}

// A channel that was really meant.
const CHANNEL = '123456789012345678';
const OURS = ['~~', `<#${CHANNEL}>`];

function judge(said: Message, payloads: readonly Payload[]): void {
  const hasStruck = JSON.stringify(said.blocks).includes('"kind":"struck"');
  const known = new Set(
    [...said.sources.values()].flatMap(({ url }) =>
      url && URL.canParse(url) ? [decodeURI(new URL(url).href.replaceAll('%', '%25'))] : [],
    ),
  );
  const isKnown = (url: string) => [...known].some((one) => normal(one) === normal(url));
  for (const payload of payloads) {
    checkMessage(payload as never, { flags: 0, before: null, files: 0 });
    expect(mentionsOf(settle(payload as never, [], null))).toEqual([]);
    expect(payload.allowed_mentions).toEqual({ parse: [] });
    for (const embed of payload.embeds ?? []) if (embed.url) expect(isKnown(embed.url)).toBe(true);
    for (const words of [...titles(payload), ...texts(payload)]) {
      expect(linksIn(words).filter((url) => !isKnown(url))).toEqual([]);
      const strokes = drawnIn(words).filter((found) => found === '~~');
      expect(strokes.length % 2).toBe(0);
      if (!hasStruck) expect(strokes).toEqual([]);
      expect(drawnIn(words).filter((found) => !OURS.includes(found))).toEqual([]);
    }
    for (const words of texts(payload)) expect(begunIn(words)).toEqual([]);
  }
}

/** Percent signs aside, two spellings of one address are one. */
const normal = (url: string) =>
  url.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '@everyone',
        '@here',
        '<@123>',
        '<@&1>',
        '<#1>',
        '<t:1:R>',
        '</a:1>',
        '<:a:1>',
        '[x](https://evil.example)',
        'https://evil.example/x',
        'discord.gg/abc',
        'discord.com/invite/abc',
        '# ',
        '-# ',
        '> ',
        '- ',
        '1. ',
        '```',
        '`',
        '**',
        '__',
        '||',
        '~~',
        '\\',
        '*',
        '_',
        '(',
        ')',
        '[',
        ']',
        '\n',
        ' ',
        'words',
        '漢字',
        'مرحبا',
        '👨‍👩‍👧',
        '\u202E',
        '\uD800',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);
const long = fc
  .tuple(hostile, fc.integer({ min: 1, max: 300 }))
  .map(([words, times]) => words.repeat(times).slice(0, 9_000));
const words = fc.oneof({ weight: 5, arbitrary: hostile }, { weight: 1, arbitrary: long });

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    'https://outlet.example/a_(b)?c=[d]&e=*f*_g_|h',
    'javascript:alert(1)',
    'https://bank.example@evil.example/',
    'not an address',
    `https://outlet.example/${'x'.repeat(3_000)}`,
  ),
);
const sources: fc.Arbitrary<Map<number, Source>> = fc
  .array(fc.record({ label: hostile, url: fc.option(url) }), { maxLength: 4 })
  .map((all) => new Map(all.map((source, i) => [i + 1, source])));
const run: fc.Arbitrary<Run> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text', 'strong', 'faint', 'struck', 'command'), text: words }),
  fc.record({
    kind: fc.constant('channel' as const),
    channel: fc.oneof(fc.constantFrom(CHANNEL, `@${CHANNEL}`, '12', '@everyone'), hostile),
  }),
  fc.record({ kind: fc.constant('source' as const), article: fc.integer({ min: 0, max: 5 }) }),
  fc.record({
    kind: fc.constant('source' as const),
    article: fc.integer({ min: 0, max: 5 }),
    text: words,
  }),
) as fc.Arbitrary<Run>;
const runs = fc.array(run, { maxLength: 5 });
const line = fc.oneof(fc.constant('/story #1'), words);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const),
    runs,
  }),
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'note' as const), runs }),
  fc.record({ kind: fc.constant('bullets' as const), items: fc.array(runs, { maxLength: 6 }) }),
  fc.record({ kind: fc.constant('quote' as const), text: words, attribution: runs }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: words, value: runs }), { maxLength: 30 }),
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
        line,
      }),
      { maxLength: 30 },
    ),
  }),
  fc.record({
    kind: fc.constant('menu' as const),
    label: words,
    entries: fc.array(fc.record({ label: words, hint: words, line }), { maxLength: 60 }),
  }),
);
const anyMessage: fc.Arbitrary<Message> = fc.record({
  blocks: fc.array(block, { maxLength: 14 }),
  sources,
  story: fc.option(fc.integer({ min: 1 })),
  trouble: fc.boolean(),
});

describe('any message', () => {
  test('renders within every limit, pings nobody and links only to its sources', () => {
    fc.assert(
      fc.property(anyMessage, fc.boolean(), fc.boolean(), (said, shared, sample) => {
        judge(said, shown(said, { shared, sample, key: 'edition-2030-01-01-abcdef' }));
      }),
      { numRuns: 400 },
    );
  });

  test('loses none of its words', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '*', '語', 'م', '👍🏽', '.'),
      maxLength: 6_000,
    });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 4 }), (all) => {
        const said = message(all.map((one) => ({ kind: 'paragraph', runs: [text(one)] })));
        const there = shown(said)
          .flatMap(texts)
          .join('')
          .replaceAll(/\\(?=\*)|\s/g, '');
        expect(there === 'Thereisnothingtoshow.' ? '' : there).toBe(
          all
            .map((one) => cleanText(one))
            .join('')
            .replaceAll(/\s/g, ''),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('whose texts are the known attacks stays harmless in every place', () => {
    const folder = resolve(import.meta.dirname, '../../../../shared/data/security');
    const attacks = [
      ...fromPayloads(join(folder, 'chat-payloads.txt')),
      ...fromList(join(folder, 'blns.json')),
    ];
    if (attacks.length === 0)
      console.warn('no ../shared/data/security here: only own attacks were tried');
    for (const attack of [...attacks, '@everyone <@1> [a](https://evil.example) discord.gg/x']) {
      const all: Message = {
        blocks: [
          { kind: 'heading', level: 1, runs: [text(attack)] },
          { kind: 'heading', level: 2, runs: [{ kind: 'source', article: 1, text: attack }] },
          {
            kind: 'paragraph',
            runs: [text(attack), { kind: 'strong', text: attack }, { kind: 'source', article: 1 }],
          },
          { kind: 'bullets', items: [[text(attack)], [{ kind: 'command', text: attack }]] },
          { kind: 'quote', text: attack, attribution: [text(attack)] },
          { kind: 'fields', fields: [{ name: attack, value: [text(attack)] }] },
          { kind: 'note', runs: [text(attack)] },
          { kind: 'menu', label: attack, entries: [{ label: attack, hint: attack, line: attack }] },
          { kind: 'buttons', buttons: [{ label: attack, press: 'answer', line: attack }] },
        ],
        sources: new Map([[1, { label: attack, url: 'https://outlet.example/1' }]]),
        story: 1,
        trouble: false,
      };
      judge(all, shown(all));
      judge(sentence(attack), shown(sentence(attack)));
    }
  });
});

function fromPayloads(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((row) => row && !row.startsWith('#'))
    .map((row) => JSON.parse(row.split('\t')[2] ?? '""') as string)
    .map((words) => {
      const [, repeated, times] = /^REPEAT:(.+):(\d+)$/su.exec(words) ?? [];
      return repeated === undefined ? words : repeated.repeat(Number(times));
    });
}

function fromList(file: string): string[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}

describe('what readers see', () => {
  test('letters of other scripts and emoji stay whole', () => {
    const [payload] = shown(sentence('مرحبا שלום 👨‍👩‍👧'));
    expect(payload.content).toBe('مرحبا שלום 👨‍👩‍👧');
  });

  test('a digest: its heading above, a headline with its link on each story', () => {
    const sources = new Map([[7, { label: 'Herald', url: 'https://herald.example/7' }]]);
    const [payload, ...more] = shown(
      message(
        [
          { kind: 'heading', level: 1, runs: [text('News digest')] },
          {
            kind: 'heading',
            level: 2,
            runs: [text('1. '), { kind: 'source', article: 7, text: 'Harbour closed' }],
          },
          { kind: 'paragraph', runs: [text('A crane fell. '), { kind: 'source', article: 7 }] },
          { kind: 'note', runs: [{ kind: 'faint', text: '12 outlets' }] },
          { kind: 'divider' },
          { kind: 'note', runs: [{ kind: 'strong', text: '1 story' }] },
        ],
        sources,
      ),
    );
    expect(more).toEqual([]);
    expect(payload).toMatchObject({
      content: '## News digest\n-# **1 story**',
      embeds: [
        {
          title: '1. Harbour closed',
          url: 'https://herald.example/7',
          description: 'A crane fell. [Herald](https://herald.example/7)',
          footer: { text: '12 outlets' },
        },
      ],
    });
  });

  test('what was done stands above a sample of what it brings, in one piece', () => {
    const [payload, ...more] = shown(
      message([
        {
          kind: 'paragraph',
          runs: [{ kind: 'strong', text: 'Ada' }, text(' subscribed this channel.')],
        },
        { kind: 'divider' },
        { kind: 'note', runs: [text('A sample of now.')] },
        { kind: 'heading', level: 1, runs: [text('News digest')] },
        { kind: 'heading', level: 2, runs: [text('1. Harbour closed')] },
        { kind: 'paragraph', runs: [text('A crane fell.')] },
        { kind: 'divider' },
        { kind: 'note', runs: [text('1 story')] },
      ]),
    );
    expect(more).toEqual([]);
    expect(payload).toMatchObject({
      content: '**Ada** subscribed this channel.\n-# A sample of now.\n## News digest\n-# 1 story',
      embeds: [{ title: '1. Harbour closed', description: 'A crane fell.' }],
    });
  });

  test('a heading too long for a title goes on as text, whole', () => {
    const title = 'A headline that does not end '.repeat(20).trim();
    const [payload] = shown(message([{ kind: 'heading', level: 1, runs: [text(title)] }]));
    expect(payload.embeds?.[0]?.title).toBeUndefined();
    expect(payload.embeds?.[0]?.description).toBe(`**${title}**`);
  });

  test('seven stories of the usual length are one message', () => {
    const story = (place: number): Block[] => [
      { kind: 'heading', level: 2, runs: [text(`${place}. ${'Headline words '.repeat(6)}`)] },
      {
        kind: 'paragraph',
        runs: [text('A sentence of some length that says what happened. '.repeat(5))],
      },
      {
        kind: 'quote',
        text: 'words that somebody said '.repeat(5),
        attribution: [text('— Somebody')],
      },
      { kind: 'note', runs: [text('12 outlets · 9 independent')] },
    ];
    const said = message([
      { kind: 'heading', level: 1, runs: [text('News digest')] },
      ...[1, 2, 3, 4, 5, 6, 7].flatMap(story),
    ]);
    expect(shown(said)).toHaveLength(1);
  });

  test('a label that names another site gives way to the true one', () => {
    const sources = new Map([[1, { label: 'https://bank.example', url: 'https://evil.example/' }]]);
    const [payload] = shown(
      message([{ kind: 'bullets', items: [[{ kind: 'source', article: 1 }]] }], sources),
    );
    expect(payload.embeds?.[0]?.description).toBe('- [evil.example](https://evil.example/)');
  });

  test('every payload of the sample newsroom is marked', () => {
    const said = message([{ kind: 'paragraph', runs: [text('long words '.repeat(2_000))] }]);
    const payloads = shown(said, { sample: true });
    expect(payloads.length).toBeGreaterThan(2);
    for (const { content } of payloads) expect(content).toContain('SAMPLE');
  });

  test('a message of nothing says so', () => {
    expect(shown(message([]))[0].content).toBe('There is nothing to show.');
  });
});

describe('runs', () => {
  const inLine = (...runs: Run[]) => shown(message([{ kind: 'paragraph', runs }]))[0].content;

  test('what holds no longer is struck out, whatever it says', () => {
    expect(inLine({ kind: 'struck', text: 'two ~~ dead ' }, text('one dead'))).toBe(
      '~~two \\~\\~ dead~~ one dead',
    );
    expect(inLine({ kind: 'struck', text: 'a' }, { kind: 'struck', text: 'b' })).toBe('~~ab~~');
  });

  test('a channel is a mention, direct messages and what is no channel are words', () => {
    expect(inLine({ kind: 'channel', channel: CHANNEL })).toBe(`<#${CHANNEL}>`);
    expect(inLine({ kind: 'channel', channel: `@${CHANNEL}` })).toBe('direct messages');
    expect(inLine({ kind: 'channel', channel: '<@1>' })).toBe('a channel');
  });
});

describe('a post', () => {
  const ids = (payload: Payload) =>
    (payload.components ?? []).flatMap(({ components }) =>
      components.map((one) => ('custom_id' in one ? one.custom_id : '')),
    );

  test('carries its key on each of its messages, and says which of them it is', () => {
    const parts = shown(
      message([
        { kind: 'paragraph', runs: [text('Word after word. '.repeat(600))] },
        { kind: 'buttons', buttons: [{ label: 'Open', press: 'answer', line: '/story #1' }] },
      ]),
      { key: 'k-1', shared: true },
    );
    expect(parts.map(ids)).toEqual([['1p~k-1 1.3'], ['1p~k-1 2.3'], ['1a~k-1 /story #1']]);
    expect(shown(sentence('Nothing.'), { key: 'k-1' }).map(ids)).toEqual([['1a~k-1 /news help']]);
  });

  test('an answer carries nothing of that', () => {
    expect(shown(sentence('Nothing.')).map(ids)).toEqual([[]]);
  });
});
