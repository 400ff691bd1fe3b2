import { expect, test } from 'vitest';
import { spelledHere } from '../../../src/chat/discord/spelling.ts';
import { command, message, source, text, troubleSentence } from '../../../src/chat/message.ts';
import { COMMANDS } from '../../../src/commands/index.ts';

const NAMED = '/news feed add';
const HERE = '/news-admin feed add';

test('commands for managers are named as they are called here', () => {
  const value = [text('Adds a feed. '), command(`${NAMED} https://…`)];
  const shown = message([
    { kind: 'paragraph', runs: value },
    { kind: 'bullets', items: [value] },
    { kind: 'fields', fields: [{ name: `${NAMED} <url>`, value }] },
  ]);
  const told = JSON.stringify(spelledHere(shown, COMMANDS));
  expect(told.split(HERE)).toHaveLength(5);
  expect(told).not.toContain(NAMED);
  expect(spelledHere(troubleSentence(`Try ${NAMED}.`), COMMANDS).blocks).toEqual([
    { kind: 'paragraph', runs: [text(`Try ${HERE}.`)] },
  ]);
});

test("a publisher's words stay as they are", () => {
  const words = `The page example.org${NAMED} was closed`;
  const shown = message([
    { kind: 'heading', level: 1, runs: [source(1, words)] },
    { kind: 'paragraph', runs: [text(words)] },
    { kind: 'quote', text: words, attribution: [text(words)] },
  ]);
  expect(spelledHere(shown, COMMANDS)).toEqual(shown);
});
