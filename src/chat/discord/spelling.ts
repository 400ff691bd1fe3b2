import type { CommandShape } from '../command.ts';
import type { Block, Message, Run } from '../message.ts';
import { pathOf } from './commands.ts';

/** The message with the commands for managers as they are called here: `/news-admin feed add`. */
export function spelledHere(shown: Message, commands: readonly CommandShape[]): Message {
  const renamed = commands
    .map((command) => [`/${command.name}`, `/${pathOf(command).join(' ')}`] as const)
    .filter(([before, after]) => before !== after);
  const words = (said: string) =>
    renamed.reduce((text, [before, after]) => text.replaceAll(before, after), said);
  const runs = (some: readonly Run[]) =>
    some.map((run) => (run.kind === 'source' ? run : { ...run, text: words(run.text) }));
  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'heading':
      case 'paragraph':
      case 'note':
        return { ...one, runs: runs(one.runs) };
      case 'bullets':
        return { ...one, items: one.items.map(runs) };
      case 'fields':
        return {
          ...one,
          fields: one.fields.map(({ name, value }) => ({ name: words(name), value: runs(value) })),
        };
      default:
        return one;
    }
  };
  return { ...shown, blocks: shown.blocks.map(block) };
}
