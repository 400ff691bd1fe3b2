import type { Message, Run } from '../../src/chat/message.ts';
import type { Asker, Form, Said } from '../../src/chat/platform.ts';
import type { Context } from '../../src/commands/declare.ts';
import { addFeed } from '../../src/store/feeds.ts';
import { answeringOver, asker, NOW, type Told, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

export const TENANT = 'discord:100000000000000001';
export const GENERAL = '500000000000000001';
export const OTHER = '500000000000000002';

export const ada = asker({
  tenant: TENANT,
  channel: GENERAL,
  isManager: true,
  managers: 'members with Manage Server',
});
export const grace: Asker = { ...ada, person: { id: '700000000000000002', name: 'Grace' } };
export const ben: Asker = {
  ...ada,
  isManager: false,
  person: { id: '700000000000000003', name: 'Ben' },
};

export const CRANE: Told = {
  url: 'https://courier.example/crane',
  outlet: 'The Courier',
  title: 'Kelmouth harbour closed after crane falls into the dock',
  text: 'The harbour of Kelmouth was closed on Monday after a crane fell into the main dock. Nobody was hurt, harbour master Ada Quill said. “We will lift it before the weekend,” she said.',
};
export const BAKERY: Told = {
  url: 'https://herald.example/bakery',
  outlet: 'Herald',
  title: 'Bakery in Vissing wins the golden rye for its bread',
  text: 'A bakery in Vissing has won the golden rye for the best bread of the coast. “We only ever wanted to sell bread that keeps for a week,” baker Ines Harrow said on Sunday.',
};

/** An answer as somebody reads it. */
export type Answer = {
  readonly words: string;
  readonly trouble: boolean;
  /** Whether everybody in the channel sees it: what was to be shared, and is no refusal. */
  readonly shared: boolean;
  /** The lines behind its buttons, by label. */
  readonly buttons: Readonly<Record<string, string>>;
  readonly message: Message;
};

/** A place with two stories of everybody's and one feed, and the real commands over a real store. */
export async function place(about: Partial<Context> = {}) {
  const db = await temporaryStore();
  await tell(db, [CRANE, BAKERY]);
  await addFeed(
    db,
    {
      tenant: TENANT,
      url: 'https://courier.example/feed',
      outlet: 'The Courier',
      language: null,
      origin: 'added',
    },
    NOW,
  );
  const answering = answeringOver(db, about);
  async function give(said: Said, asking: Asker = ada): Promise<Answer> {
    const prepared = answering.prepare(said, asking);
    const message = await prepared.answer();
    return read(message, prepared.shared && !message.trouble);
  }
  return {
    db,
    answering,
    say: (line: string, asking?: Asker) => give({ kind: 'line', line }, asking),
    options: (command: string, options: Readonly<Record<string, string>>, asking?: Asker) =>
      give({ kind: 'options', command, options }, asking),
    home: async (asking: Asker) => read(await answering.home(asking), false),
    /** The form of a line, or why there is none. */
    form: (line: string, asking: Asker = ada) => answering.form(line, asking),
    /** Opens a form, changes some of its fields and sends it. */
    async fill(line: string, change: Readonly<Record<string, string>>, asking: Asker = ada) {
      const form = await answering.form(line, asking);
      if ('blocks' in form) throw new Error(wordsOf(form));
      const options = { ...valuesOf(form), ...change };
      return give({ kind: 'form', line: form.line, options }, asking);
    },
  };
}

export const valuesOf = (form: Form): Record<string, string> =>
  Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));

function read(message: Message, shared: boolean): Answer {
  const buttons = message.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ label, line }) => [label, line]) : [],
  );
  return {
    words: wordsOf(message),
    trouble: message.trouble,
    shared,
    buttons: Object.fromEntries(buttons),
    message,
  };
}

/** What stands in a message, a line for each block or item; channels as `<#id>`, links as their words. */
export function wordsOf({ blocks, sources }: Message): string {
  const said = (runs: readonly Run[]): string =>
    runs
      .map((run) => {
        if (run.kind === 'channel') return `<#${run.channel}>`;
        if (run.kind === 'source') return run.text ?? sources.get(run.article)?.label ?? '';
        return run.text;
      })
      .join('');
  return blocks
    .flatMap((block): string[] => {
      switch (block.kind) {
        case 'bullets':
          return block.items.map(said);
        case 'quote':
          return [`“${block.text}” ${said(block.attribution)}`];
        case 'fields':
          return block.fields.map(({ name, value }) => `${name}: ${said(value)}`);
        case 'divider':
        case 'buttons':
        case 'menu':
          return [];
        default:
          return [said(block.runs)];
      }
    })
    .join('\n');
}
