import type { CommandShape } from '../command.ts';
import type { Block, Field, Message, Run } from '../message.ts';
import { pathOf } from './commands.ts';

/**
 * The message with the commands for managers as they are called here: `/news-admin feed add`. Only where the words are
 * Crier's own (commands, names of fields, sentences that say what is wrong): a publisher's "/news feed" stays as it is.
 */
export function spelledHere(shown: Message, commands: readonly CommandShape[]): Message {
  const renamed = commands
    .map((command) => [`/${command.name}`, `/${pathOf(command).join(' ')}`] as const)
    .filter(([before, after]) => before !== after);
  const words = (said: string) =>
    renamed.reduce((text, [before, after]) => text.replaceAll(before, after), said);
  const run = (one: Run): Run => {
    if (one.kind === 'source' || one.kind === 'channel') return one;
    const isOurs = one.kind === 'command' || shown.trouble;
    return isOurs ? { ...one, text: words(one.text) } : one;
  };
  const runs = (some: readonly Run[]) => some.map(run);
  const field = ({ name, value }: Field): Field => ({ name: words(name), value: runs(value) });
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'heading':
      case 'paragraph':
      case 'note':
        return { ...one, runs: runs(one.runs) };
      case 'bullets':
        return { ...one, items: one.items.map(runs) };
      case 'fields':
        return { ...one, fields: one.fields.map(field) };
      default:
        return one;
    }
  };
  return { ...shown, blocks: shown.blocks.map(block) };
}
