import type { CommandShape } from '../../../src/chat/command.ts';
import { type Message, sentence } from '../../../src/chat/message.ts';
import type {
  Answering,
  Asker,
  Form,
  FormField,
  Prepared,
  Said,
} from '../../../src/chat/platform.ts';

import { IN_ENGLISH } from '../../../src/chat/words.ts';

/** A command that asks for a channel, a number and texts, and opens a form when it is given alone. */
const SUBSCRIBE: CommandShape = {
  name: 'news subscribe',
  summary: 'Posts a digest here regularly',
  example: '/news subscribe tech at:08:30',
  access: 'managers',
  options: {
    topic: {
      kind: 'words',
      summary: 'about what',
      required: true,
      suggest: 'subjects',
      prose: false,
    },
    at: { kind: 'text', summary: 'at what time', suggest: null },
    zone: { kind: 'text', summary: 'in which zone', suggest: 'zones' },
    in: { kind: 'channel', summary: 'where' },
  },
  form: {
    title: 'Subscribe',
    submit: 'Subscribe',
    fields: ['topic', 'at', 'zone', 'in'],
    whenBare: true,
  },
};

const PAUSE: CommandShape = {
  name: 'news pause',
  summary: 'Pauses a subscription',
  example: '/news pause 3',
  access: 'managers',
  options: {
    number: { kind: 'number', summary: 'which', required: true, suggest: 'subscriptions' },
  },
  form: null,
};

const STORY: CommandShape = {
  name: 'story',
  summary: 'Shows a story',
  example: '/story crane',
  access: 'all',
  options: {
    query: { kind: 'words', summary: 'which', required: true, suggest: 'stories', prose: false },
  },
  form: null,
};

export const field = (about: Partial<FormField> & Pick<FormField, 'name' | 'kind'>): FormField => ({
  label: about.name,
  hint: `what ${about.name} is`,
  required: false,
  value: '',
  choices: [],
  ...about,
});

export type Script = {
  readonly form?: (line: string, asker: Asker) => Promise<Form | Message>;
  readonly answer?: (said: Said, asker: Asker) => Message;
  readonly shared?: boolean;
};

/** Answers as it is told to, and remembers what it was asked. */
export function scripted({ form, answer, shared = false }: Script = {}) {
  const said: { readonly said: Said; readonly asker: Asker }[] = [];
  const suggested: string[] = [];
  const presence: string[] = [];
  const answering: Answering = {
    commands: [STORY, SUBSCRIBE, PAUSE],
    prepare(what, asker): Prepared {
      said.push({ said: what, asker });
      return { shared, answer: async () => answer?.(what, asker) ?? sentence('Done.') };
    },
    form: form ?? (async () => sentence('There is no form.')),
    complete: async () => [],
    async suggest(from, typed) {
      suggested.push(`${from} ${typed}`);
      return [
        { label: 'one', value: '1' },
        { label: 'long', value: 'x'.repeat(101) },
      ];
    },
    words: async () => IN_ENGLISH,
    welcome: async () => [],
    home: async () => sentence('Home.'),
    async left(tenant) {
      presence.push(`left ${tenant}`);
    },
    async present(tenants) {
      presence.push(`present ${tenants.join(' ')}`);
    },
  };
  return { answering, said, suggested, presence };
}
