import type { CommandShape } from '../../../src/chat/command.ts';
import {
  type Block,
  type Message,
  message,
  sentence,
  text,
  troubleSentence,
} from '../../../src/chat/message.ts';
import type { Answering, Asker, Form, Said } from '../../../src/chat/platform.ts';

/** What a scripted answering was asked. */
export type Script = {
  readonly sent: { readonly said: Said; readonly asker: Asker }[];
  readonly homes: Asker[];
  readonly present: (readonly string[])[];
  readonly left: string[];
  /** How many watches there are: the home page says it. */
  watches: number;
};

const WATCH: CommandShape = {
  name: 'news watch',
  summary: 'Watch something in a channel',
  example: '/news watch storms in:#news',
  access: 'managers',
  options: {
    what: { kind: 'words', summary: 'what', required: true, suggest: null, prose: false },
    in: { kind: 'channel', summary: 'where' },
  },
  form: { title: 'Watch something', submit: 'Watch', fields: ['what', 'in'], whenBare: true },
};

const UNWATCH: CommandShape = {
  ...WATCH,
  name: 'news unwatch',
  example: '/news unwatch',
  options: {},
  form: null,
};

export const FIELDS: Form['fields'] = [
  {
    name: 'what',
    label: 'What',
    hint: 'Words of it',
    required: true,
    kind: 'text',
    value: 'storms',
    choices: [],
  },
  {
    name: 'often',
    label: 'How often',
    hint: '',
    required: false,
    kind: 'choice',
    value: 'daily',
    choices: [
      { label: 'As it comes', value: '' },
      { label: 'Daily', value: 'daily' },
    ],
  },
  {
    name: 'in',
    label: 'Channel',
    hint: '',
    required: false,
    kind: 'channel',
    value: '',
    choices: [],
  },
];

export const watchButtons: Block = {
  kind: 'buttons',
  buttons: [
    { label: 'Watch', press: 'fill', line: '/news watch' },
    { label: 'Stop', press: 'answer', line: '/news unwatch' },
  ],
};

/** A command with a form and a home page, in front of the real answering. */
export function scripted(
  real: Answering,
  about: { readonly fields?: Form['fields']; readonly home?: () => Message } = {},
): Answering & { readonly script: Script } {
  const script: Script = { sent: [], homes: [], present: [], left: [], watches: 1 };
  const refusal = (asker: Asker) => troubleSentence(`That is for ${asker.managers}: ask one.`);
  return {
    ...real,
    script,
    commands: [...real.commands, WATCH, UNWATCH],
    prepare(said, asker) {
      script.sent.push({ said, asker });
      const line = said.kind === 'options' ? said.command : said.line;
      if (line === '/buttons') return { shared: true, answer: async () => message([watchButtons]) };
      if (!/^\/news (?:un)?watch/.test(line)) return real.prepare(said, asker);
      if (!asker.isManager) return { shared: false, answer: async () => refusal(asker) };
      return {
        shared: said.kind === 'form',
        answer: async () => {
          script.watches += line.startsWith('/news unwatch') ? -1 : 1;
          return sentence(`Done: ${line}`);
        },
      };
    },
    form: async (line, asker) =>
      asker.isManager
        ? { title: 'Watch something', submit: 'Watch', line, fields: about.fields ?? FIELDS }
        : refusal(asker),
    async home(asker) {
      script.homes.push(asker);
      if (about.home) return about.home();
      return message([
        { kind: 'paragraph', runs: [text(`${script.watches} watched`)] },
        ...(asker.isManager ? [watchButtons] : []),
      ]);
    },
    async present(tenants) {
      script.present.push(tenants);
    },
    async left(tenant) {
      script.left.push(tenant);
    },
  };
}
