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

/** What a field is called, and its hint where the option's own summary would only say that again. */
const FIELDS: Readonly<Record<string, { readonly label: string; readonly hint?: string }>> = {
  pack: { label: 'Feeds to begin with', hint: 'Ready-made; left empty: whatever is read here' },
  topic: {
    label: 'What it is about',
    hint: 'Words, or the name of a feed; left empty: everything',
  },
  at: { label: 'At', hint: '08:30, or 08:30 and 18:00' },
  on: { label: 'On', hint: 'daily, weekdays, or days such as mon,thu' },
  in: { label: 'Channel', hint: 'Where it is posted' },
  tz: { label: 'Time zone', hint: 'Whose clock counts, such as Europe/Berlin' },
  top: { label: 'Stories at most', hint: 'From 1 to 20' },
  must: { label: 'Must hold', hint: 'Only stories with all of these words; commas between them' },
  mute: { label: 'Leave out', hint: 'No stories with any of these words; commas between them' },
  length: { label: 'Length' },
  lang: { label: 'Language' },
  quiet: { label: 'Quiet hours', hint: 'Nothing is posted in them: 22:00-07:00' },
  empty: { label: 'When nothing is new' },
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
    label: shorten(FIELDS[name]?.label ?? name, LABEL),
    hint: shorten(
      FIELDS[name]?.hint ?? option.summary.replace(/^./, (first) => first.toUpperCase()),
      HINT,
    ),
    required: 'required' in option && option.required,
    kind: option.kind === 'channel' ? 'channel' : isChoice ? 'choice' : 'text',
    value: values[name] ?? '',
    choices: offered.slice(0, MOST_CHOICES),
  };
}
