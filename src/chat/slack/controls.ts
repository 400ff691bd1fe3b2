import type { types } from '@slack/bolt';
import { shorten } from '../../text/cut.ts';
import { cleanText } from '../clean.ts';
import type { Block } from '../message.ts';
import type { Look } from './look.ts';

type Controls = Extract<Block, { kind: 'buttons' | 'menu' }>;
type Element = types.Button | types.StaticSelect;

// The docs say 150 for an option's value, Slack's own types 75; stories are opened by lines of a dozen characters.
const OPTION = { text: 75, value: 75, most: 100 };
const BUTTON = { text: 75, value: 2000 };

/** What is asked for by pressing or choosing: it stands before the line in an element's `action_id`. */
export const PRESS = {
  answer: 'crier.answer',
  share: 'crier.share',
  ask: 'crier.ask',
  fill: 'crier.fill',
} as const;

/**
 * Buttons and menus that stand together. A line travels in the element's value, so that pressing works after a
 * restart. What no element can carry is left out: it can still be typed.
 */
export function elementsOf(blocks: readonly Controls[], look: Look): Element[] {
  return blocks
    .flatMap((block) => (block.kind === 'menu' ? selects(block) : buttons(block, look)))
    .map((element, at) => ({ ...element, action_id: `${element.action_id}.${at}` }));
}

function buttons({ buttons: all }: Extract<Controls, { kind: 'buttons' }>, look: Look): Element[] {
  return all
    .filter(({ press, line }) => (press !== 'share' || !look.shared) && fits(line, BUTTON.value))
    .map(({ press, label, line }) => ({
      type: 'button',
      text: words(label, BUTTON.text),
      action_id: PRESS[press],
      value: line,
    }));
}

function selects({ label, entries }: Extract<Controls, { kind: 'menu' }>): Element[] {
  const lines = new Set<string>();
  const options = entries
    .filter(({ line }) => fits(line, OPTION.value) && !lines.has(line) && lines.add(line))
    .map((entry): types.PlainTextOption => {
      const hint = cleanText(entry.hint).trim();
      return {
        text: words(entry.label, OPTION.text),
        value: entry.line,
        ...(hint && { description: words(hint, OPTION.text) }),
      };
    });
  const parts: types.PlainTextOption[][] = [];
  for (let at = 0; at < options.length; at += OPTION.most) {
    parts.push(options.slice(at, at + OPTION.most));
  }
  return parts.map((part) => ({
    type: 'static_select',
    placeholder: words(label, 150),
    action_id: PRESS.answer,
    options: part,
  }));
}

const fits = (line: string, max: number): boolean => line !== '' && line.length <= max;

/** A plain text of at least one letter; `:names:` in it do not become pictures. */
export function words(text: string, max: number): types.PlainTextElement {
  const shown = shorten(cleanText(text).trim(), max);
  return { type: 'plain_text', text: shown || '…', emoji: false };
}
