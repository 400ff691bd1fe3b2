import type { CommandShape } from '../command.ts';

/** Words as they are compared: a command for managers stands under a second name on other platforms. */
function wordsOf(line: string): readonly string[] {
  const [first = '', ...others] = line.trim().slice(1).toLowerCase().split(/\s+/);
  return [first.replace(/-admin$/, ''), ...others];
}

/** The command that a line with a slash gives, the longest name first; undefined where there is none. */
export function commandOf(
  line: string,
  commands: readonly CommandShape[],
): CommandShape | undefined {
  if (!line.startsWith('/')) return undefined;
  const typed = wordsOf(line);
  return commands
    .filter(({ name }) => name.split(' ').every((word, at) => typed[at] === word))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** Whether a line is the name of its command and nothing more. */
export const isBare = (line: string, { name }: CommandShape): boolean =>
  wordsOf(line).length === name.split(' ').length;
