import { faint, type Run, text } from '../../chat/message.ts';

/** What may stand between the words of a sentence; what is '' leaves nothing. */
export type Part = string | number | Run | readonly Run[];

/** A sentence in which more than text stands: runs`${strong(name)} comes again by ${command(line)}.` */
export function runs(words: TemplateStringsArray, ...parts: readonly Part[]): Run[] {
  return joined(words.flatMap((said, i) => [text(said), ...runsOf(parts[i] ?? '')]));
}

/** What is text side by side is one: a platform may set each apart. */
function joined(some: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const run of some) {
    const last = all.at(-1);
    if (run.kind === 'text' && last?.kind === 'text') {
      all[all.length - 1] = text(last.text + run.text);
    } else all.push(run);
  }
  return all.filter((run) => run.kind !== 'text' || run.text !== '');
}

function runsOf(part: Part): readonly Run[] {
  if (typeof part === 'string' || typeof part === 'number') return [text(String(part))];
  return 'kind' in part ? [part] : part;
}

/** The same as small print. */
export const faintly = (some: readonly Run[]): Run[] =>
  some.map((run) => (run.kind === 'text' ? faint(run.text) : run));
