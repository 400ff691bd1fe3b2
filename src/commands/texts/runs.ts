import { faint, type Run, text } from '../../chat/message.ts';

/** What may stand between the words of a sentence; what is '' leaves nothing. */
export type Part = string | number | Run | readonly Run[];

/** A sentence in which more than text stands: runs`${strong(name)} comes again by ${command(line)}.` */
export function runs(words: TemplateStringsArray, ...parts: readonly Part[]): Run[] {
  return words.flatMap((said, i) => [
    ...(said === '' ? [] : [text(said)]),
    ...runsOf(parts[i] ?? ''),
  ]);
}

function runsOf(part: Part): readonly Run[] {
  if (typeof part === 'string' || typeof part === 'number')
    return part === '' ? [] : [text(String(part))];
  return 'kind' in part ? [part] : part;
}

/** The same as small print. */
export const faintly = (some: readonly Run[]): Run[] =>
  some.map((run) => (run.kind === 'text' ? faint(run.text) : run));
