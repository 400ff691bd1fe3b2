import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/chat/clean.ts';
import {
  type Button,
  channel,
  command,
  faint,
  type Message,
  message,
  type Run,
  source,
  strong,
  struck,
  text,
} from '../../src/chat/message.ts';
import { type Look, PLAIN, renderTerminal } from '../../src/chat/terminal/render.ts';

const COLOUR: Look = { columns: 60, colour: true, links: true };
const SOURCES = new Map([
  [1, { label: 'The Courier', url: 'https://courier.example/a' }],
  [2, { label: 'A file', url: null }],
]);

const sample = (words: string): Message =>
  message(
    [
      { kind: 'heading', level: 1, runs: [source(1, words)] },
      { kind: 'paragraph', runs: [text(words), text(' '), source(1), source(2)] },
      { kind: 'bullets', items: [[source(1, words), faint(words)], [strong(words)]] },
      { kind: 'quote', text: words, attribution: [text(words), source(2)] },
      { kind: 'fields', fields: [{ name: 'Field', value: [text(words)] }] },
      { kind: 'divider' },
      { kind: 'note', runs: [command(words), struck(words), channel(words)] },
    ],
    SOURCES,
  );

const OWN_CODES = /\u001B\[\d+m|\u001B\]8;;[^\u0007]*\u0007/g;

describe('plain output, for pipes', () => {
  test('has no escape sequences and reads as written', () => {
    const shown = renderTerminal(sample('Talks go on'), PLAIN);
    expect(shown).toBe(
      [
        'Talks go on',
        '',
        'Talks go on [The Courier][A file]',
        '',
        '• Talks go onTalks go on https://courier.example/a',
        '• Talks go on',
        '',
        '│ “Talks go on”',
        '│ Talks go on[A file]',
        '',
        'Field  Talks go on',
        '',
        '─'.repeat(40),
        '',
        'Talks go on~Talks go on~#Talks go on',
        '',
      ].join('\n'),
    );
  });
});

describe('a run', () => {
  const shown = (run: Run, look = PLAIN) =>
    renderTerminal(message([{ kind: 'paragraph', runs: [run] }]), look).trimEnd();

  test('that holds no longer is struck through, between ~ where there are no colours', () => {
    expect(shown(struck('nine boats'), COLOUR)).toBe('\u001B[9mnine boats\u001B[29m');
    expect(shown(struck('nine boats'))).toBe('~nine boats~');
    expect(shown(struck('nine boats'), { ...COLOUR, colour: false })).toBe('~nine boats~');
    expect(shown(struck(''))).toBe('');
  });

  test('that is a channel says where: here, another one, somebody’s messages', () => {
    expect(shown(channel('here'))).toBe('this terminal');
    expect(shown(channel('C0123'))).toBe('#C0123');
    expect(shown(channel('@U9'))).toBe('@U9');
    expect(shown(channel('C\u001B[31m1'))).not.toContain('\u001B');
  });
});

test('of buttons stand those lines that can be typed: answers and forms', () => {
  const button = (press: Button['press']): Button => ({ label: press, press, line: `/${press}` });
  const shown = (...presses: Button['press'][]) =>
    renderTerminal(message([{ kind: 'buttons', buttons: presses.map(button) }]), PLAIN);
  expect(shown('answer', 'share', 'ask', 'fill')).toBe('/answer · /fill\n');
  expect(shown('fill')).toBe('/fill\n');
  expect(shown('share', 'ask')).toBe('\n');
});

describe('on a terminal', () => {
  test('a source is a link to its own address', () => {
    expect(renderTerminal(sample('x'), COLOUR)).toContain(
      '\u001B]8;;https://courier.example/a\u0007',
    );
  });

  test('colours and links change nothing but themselves', () => {
    const coloured = renderTerminal(sample('Talks go on'), { ...COLOUR, columns: 100 }).replace(
      OWN_CODES,
      '',
    );
    const plain = renderTerminal(sample('Talks go on'), PLAIN)
      .replace(' https://courier.example/a', '')
      .replace('~Talks go on~', 'Talks go on');
    expect(coloured).toBe(plain);
  });
});

describe('whatever the words are', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '\u001B[31m',
          '\u001B]8;;https://evil.example\u0007',
          '\u202E',
          '\u200B',
          '漢字',
          '👩‍👩‍👧',
          'é́́́',
          '\r',
          '\n',
          'a ',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  test('no line is wider than the terminal, and no sequence but our own gets through', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 30, max: 120 }), (words, columns) => {
        const shown = renderTerminal(sample(words), { ...COLOUR, columns });
        const bare = shown.replace(OWN_CODES, '');
        expect(bare).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u200B]/);
        expect(shown).not.toContain('evil.example\u0007');
        for (const line of bare.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      }),
      { numRuns: 300 },
    );
  });

  test('writing of right-to-left languages and emoji families survive cleaning', () => {
    for (const words of [
      'مرحبا بالعالم',
      'שלום',
      '👩‍👩‍👧‍👦 👍🏽 🇺🇦',
      'می‌خواهم',
      'Ångström naïve',
    ]) {
      expect(cleanText(words)).toBe(words);
    }
  });
});
