/** How a verb presents words: `say` reports them, `call` uses them as a name, `think` holds them, `act` does something with them. */
export type VerbClass = 'say' | 'write' | 'call' | 'think' | 'act' | 'show';
/** `finite`: past, present or participle; `gerund`: saying; `base`: say, after to or an auxiliary. */
export type VerbForm = 'finite' | 'gerund' | 'base';
export type Verb = { readonly lemma: string; readonly class: VerbClass; readonly form: VerbForm };

/** Lists of forms as a look-up. The first word of each line is the English verb whose weight it shares. */
export function verbTable(lines: string): (word: string) => Verb | undefined {
  const table = new Map<string, Verb>();
  for (const line of lines.trim().split('\n')) {
    const [lemma, verbClass, ...forms] = line.trim().split(/\s+/);
    for (const form of forms) {
      if (!table.has(form))
        table.set(form, { lemma: lemma!, class: verbClass as VerbClass, form: 'finite' });
    }
  }
  return (word) => table.get(word);
}
