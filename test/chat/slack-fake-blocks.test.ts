import { expect, test } from 'vitest';
import {
  ALL_BLOCKS_TEXT,
  inSlacksWords,
  refusalOfBlocks,
  refusalOfView,
} from '../support/slack/block-kit/check.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const letters = (count: number) => 'x'.repeat(count);
const many = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));
const option = (at: number) => ({ text: plain(`option ${at}`), value: `${at}` });
const button = (more: object = {}) => ({ type: 'button', text: plain('Go'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const section = (accessory: object) => ({ type: 'section', text: plain('x'), accessory });

const wordsOf = (refusal: ReturnType<typeof refusalOfBlocks>) =>
  refusal?.problems.map(inSlacksWords) ?? [];
const messages = (...blocks: object[]) => wordsOf(refusalOfBlocks(blocks));

// Each limit: what just fits, what just does not, and the place Slack is told of.
const LIMITS: readonly (readonly [string, (size: number) => object, number, string])[] = [
  [
    'section text',
    (n) => ({ type: 'section', text: mrkdwn(letters(n)) }),
    3000,
    '/blocks/0/text/text',
  ],
  [
    'section fields',
    (n) => ({ type: 'section', fields: many(n, () => mrkdwn('x')) }),
    10,
    '/blocks/0/fields',
  ],
  [
    'a field',
    (n) => ({ type: 'section', fields: [mrkdwn(letters(n))] }),
    2000,
    '/blocks/0/fields/0/text',
  ],
  ['header', (n) => ({ type: 'header', text: plain(letters(n)) }), 150, '/blocks/0/text/text'],
  [
    'context elements',
    (n) => ({ type: 'context', elements: many(n, () => mrkdwn('x')) }),
    10,
    '/blocks/0/elements',
  ],
  ['actions elements', (n) => actions(...many(n, () => button())), 25, '/blocks/0/elements'],
  [
    'button label',
    (n) => actions(button({ text: plain(letters(n)) })),
    75,
    '/blocks/0/elements/0/text/text',
  ],
  [
    'button value',
    (n) => actions(button({ value: letters(n) })),
    2000,
    '/blocks/0/elements/0/value',
  ],
  [
    'button address',
    (n) => actions(button({ url: `https://a.example/${letters(n - 18)}` })),
    3000,
    '/blocks/0/elements/0/url',
  ],
  [
    'action id',
    (n) => actions(button({ action_id: letters(n) })),
    255,
    '/blocks/0/elements/0/action_id',
  ],
  ['block id', (n) => ({ type: 'divider', block_id: letters(n) }), 255, '/blocks/0/block_id'],
  [
    'menu options',
    (n) => section({ type: 'static_select', options: many(n, option) }),
    100,
    '/blocks/0/accessory/options',
  ],
  [
    'option label',
    (n) => section({ type: 'static_select', options: [{ text: plain(letters(n)), value: 'v' }] }),
    75,
    '/blocks/0/accessory/options/0/text/text',
  ],
  [
    'option value',
    (n) => section({ type: 'static_select', options: [{ text: plain('o'), value: letters(n) }] }),
    75,
    '/blocks/0/accessory/options/0/value',
  ],
  [
    'placeholder',
    (n) => section({ type: 'external_select', placeholder: plain(letters(n)) }),
    150,
    '/blocks/0/accessory/placeholder/text',
  ],
  [
    'overflow options',
    (n) => section({ type: 'overflow', options: many(n, option) }),
    5,
    '/blocks/0/accessory/options',
  ],
  [
    'checkboxes',
    (n) => section({ type: 'checkboxes', options: many(n, option) }),
    10,
    '/blocks/0/accessory/options',
  ],
  [
    'picture description',
    (n) => ({ type: 'image', image_url: 'https://a.example/x.png', alt_text: letters(n) }),
    2000,
    '/blocks/0/alt_text',
  ],
];

test.for(LIMITS)('%s up to the limit and no further', ([, make, limit, pointer]) => {
  expect(messages(make(limit))).toEqual([]);
  expect(messages(make(limit + 1))).toEqual([
    expect.stringMatching(new RegExp(`\\[json-pointer:${pointer}\\]$`)),
  ]);
});

test.for([
  ['an unknown block', { type: 'marquee' }, 'unsupported type: marquee'],
  ['a property of nobody', { type: 'divider', color: 'red' }, 'invalid additional property: color'],
  ['an empty text', { type: 'section', text: mrkdwn('') }, 'must be more than 0 characters'],
  ['a section of nothing', { type: 'section' }, 'must define either `text` or `fields`'],
  ['markup in a header', { type: 'header', text: mrkdwn('x') }, 'must be one of plain_text'],
  [
    'verbatim on plain text',
    { type: 'header', text: { ...plain('x'), verbatim: true } },
    'additional property: verbatim',
  ],
  [
    'emoji on markup',
    { type: 'section', text: { ...mrkdwn('x'), emoji: true } },
    'additional property: emoji',
  ],
  [
    'a text field beside a button',
    actions({ type: 'plain_text_input' }),
    'unsupported type: plain_text_input',
  ],
  ['a button in a context', { type: 'context', elements: [button()] }, 'must be one of plain_text'],
  [
    'a field without a form',
    section({ type: 'plain_text_input' }),
    'unsupported type: plain_text_input',
  ],
  [
    'an address that is none',
    actions(button({ url: 'javascript:alert(1)' })),
    'must be a valid URL',
  ],
  [
    'two actions of one name',
    actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
    'duplicate action_id',
  ],
  [
    'a menu without options',
    section({ type: 'static_select' }),
    'must define either `options` or `option_groups`',
  ],
  [
    'a choice that is not offered',
    section({ type: 'static_select', options: [option(1)], initial_option: option(2) }),
    'initial option(s) must be among the options',
  ],
  [
    'a question without its answers',
    actions(button({ confirm: { title: plain('Sure?'), text: plain('Really?') } })),
    'missing required field: confirm',
  ],
  [
    'focus in a message',
    section({ type: 'external_select', focus_on_load: true }),
    'focus_on_load is for views',
  ],
  ['a wrong hour', actions({ type: 'timepicker', initial_time: '7:30' }), 'must be HH:mm'],
  [
    'an unknown piece of rich text',
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'blink' }] }] },
    'unsupported type: blink',
  ],
] as const)('%s is refused', ([, block, words]) => {
  expect(messages(block).join('\n')).toContain(words);
});

test('a message has fifty blocks at most, a view a hundred', () => {
  const dividers = (count: number) => many(count, () => ({ type: 'divider' }));
  expect(messages(...dividers(50))).toEqual([]);
  expect(messages(...dividers(51))).toEqual([
    'no more than 50 items allowed [json-pointer:/blocks]',
  ]);
  const home = (count: number) => refusalOfView({ type: 'home', blocks: dividers(count) }, 'home');
  expect(home(100)).toBeNull();
  expect(home(101)?.problems).toHaveLength(1);
});

test('two blocks of one name are refused', () => {
  const block = { type: 'divider', block_id: 'a' };
  expect(messages(block, block)).toEqual(['duplicate block_id: a [json-pointer:/blocks/1]']);
});

test('all blocks together are too long over the strict edge', () => {
  const blocks = (total: number) => [
    ...many(Math.floor(total / 3000), () => ({ type: 'section', text: mrkdwn(letters(3000)) })),
    { type: 'section', text: mrkdwn(letters(total % 3000)) },
  ];
  expect(refusalOfBlocks(blocks(ALL_BLOCKS_TEXT))).toBeNull();
  expect(refusalOfBlocks(blocks(ALL_BLOCKS_TEXT + 1))?.error).toBe('msg_blocks_too_long');
});

test('something that is no list of blocks is invalid_blocks_format', () => {
  expect(refusalOfBlocks('[]')?.error).toBe('invalid_blocks_format');
  expect(refusalOfBlocks(['divider'])?.error).toBe('invalid_blocks_format');
});

const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Follow'),
  submit: plain('Go'),
  blocks: [{ type: 'input', label: plain('Name'), element: { type: 'plain_text_input' } }],
  ...more,
});

test.for([
  ['title', (n: number) => modal({ title: plain(letters(n)) }), 24],
  ['submit', (n: number) => modal({ submit: plain(letters(n)) }), 24],
  ['close', (n: number) => modal({ close: plain(letters(n)) }), 24],
  ['private metadata', (n: number) => modal({ private_metadata: letters(n) }), 3000],
  ['callback id', (n: number) => modal({ callback_id: letters(n) }), 255],
] as const)('the %s of a modal up to its limit and no further', ([, make, limit]) => {
  expect(refusalOfView(make(limit), 'modal')).toBeNull();
  expect(refusalOfView(make(limit + 1), 'modal')?.error).toBe('invalid_arguments');
});

test('a form needs a button to send it, a home tab has neither title nor button', () => {
  const { submit: _, ...without } = modal();
  expect(refusalOfView(without, 'modal')?.problems[0]?.what).toContain(
    'missing required field: submit',
  );
  const home = { type: 'home', title: plain('x'), blocks: [{ type: 'divider' }] };
  expect(refusalOfView(home, 'home')?.problems[0]?.what).toBe('invalid additional property: title');
});

test('markdown blocks belong in messages', () => {
  const blocks = [{ type: 'markdown', text: '**x**' }];
  expect(refusalOfBlocks(blocks)).toBeNull();
  expect(refusalOfView({ type: 'home', blocks }, 'home')).not.toBeNull();
});
