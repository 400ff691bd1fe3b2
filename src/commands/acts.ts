import { asWords } from '../chat/line.ts';
import type { Said } from '../chat/platform.ts';

// Slack makes an address of what looks like one and puts what was typed, with all that is in it, behind a bar.
const LABELLED = /<(https?:\/\/[^|>\s]*)(?:\|[^>]*)?>/gi;

/** What was said as a line that could be typed: for the list of who changed what. Of addresses only the site is kept. */
export function lineSaid(said: Said): string {
  // The address of a feed may hold a password or a key of its reader.
  return typed(said)
    .replace(LABELLED, '$1')
    .replace(/(https?:\/\/)(?:[^/\s"“”<>|]*@)?([^/?#\s"“”<>|]+)[^\s"“”<>|]*/gi, '$1$2/…');
}

function typed(said: Said): string {
  switch (said.kind) {
    case 'line':
      return said.line.trim();
    case 'options':
      return [`/${said.command}`, ...optionsTyped(said.options)].join(' ');
    case 'form':
      return [said.line.trim(), ...optionsTyped(said.options)].join(' ');
  }
}

function optionsTyped(options: Readonly<Record<string, string>>): string[] {
  return Object.entries(options)
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => `${name}:${/\s/.test(value) ? asWords(value) : value}`);
}
