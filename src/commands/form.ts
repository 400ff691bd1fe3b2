import type { Option } from '../chat/command.ts';
import type { Form, FormField } from '../chat/platform.ts';
import { UserError } from '../lib/errors.ts';
import { shorten } from '../text/cut.ts';
import type { Command, Context, Filled, Values } from './declare.ts';
import { usage } from './parse.ts';

const LABEL = 24;
const HINT = 100;
const MOST_CHOICES = 25;

/** The form of a command, with what its options hold now. Throws UserError where the command has none. */
export async function formOf(
  command: Command,
  asked: { readonly line: string; readonly given: Values },
  context: Context,
): Promise<Form> {
  if (command.form === null) throw new UserError(`/${command.name} has no form. ${usage(command)}`);
  const { title, submit, fields } = command.form;
  const filled = await command.fill(asked.given, context);
  return {
    title,
    submit,
    line: asked.line,
    fields: fields.flatMap((name) => {
      const option = command.options[name];
      // Where there is nothing to choose from, nothing is asked.
      if (!option || filled.choices?.[name]?.length === 0) return [];
      return [fieldOf(name, option, filled)];
    }),
  };
}

/** What a field is called that has no other name than what is typed. */
const LABELS: Readonly<Record<string, string>> = {
  pack: 'Feeds to begin with',
  topic: 'What it is about',
  at: 'At',
  on: 'On',
  in: 'Channel',
  tz: 'Time zone',
  top: 'Stories at most',
  must: 'Must hold',
  mute: 'Leave out',
  length: 'Length',
  lang: 'Language',
  quiet: 'Quiet hours',
  empty: 'When nothing is new',
};

function fieldOf(name: string, option: Option, { values = {}, choices = {} }: Filled): FormField {
  const offered =
    choices[name] ??
    (option.kind === 'choice'
      ? option.choices.map((choice) => ({ label: choice, value: choice }))
      : []);
  const isChoice = offered.length > 0;
  return {
    name,
    label: shorten(LABELS[name] ?? name, LABEL),
    hint: shorten(
      option.summary.replace(/^./, (first) => first.toUpperCase()),
      HINT,
    ),
    required: 'required' in option && option.required,
    kind: option.kind === 'channel' ? 'channel' : isChoice ? 'choice' : 'text',
    value: values[name] ?? '',
    choices: offered.slice(0, MOST_CHOICES),
  };
}
