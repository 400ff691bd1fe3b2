import type { Option } from '../chat/command.ts';
import type { Form, FormField } from '../chat/platform.ts';
import { shorten } from '../text/cut.ts';
import {
  type Command,
  type Context,
  type Filled,
  formWords,
  summaryIn,
  type Values,
} from './declare.ts';
import { slipOf } from './parse.ts';
import { type Texts, textsIn } from './texts/index.ts';

const LABEL = 24;
const HINT = 100;
const MOST_CHOICES = 25;

/** The form of a command, with what its options hold now. Throws UserError where the command has none. */
export async function formOf(
  command: Command,
  asked: { readonly line: string; readonly given: Values },
  context: Context,
): Promise<Form> {
  if (command.form === null) throw slipOf(command, ({ slips }) => slips.noForm(command.name));
  const { fields } = command.form;
  const texts = textsIn(context.language);
  const filled = await command.fill(asked.given, context);
  return {
    ...formWords(command.name, texts),
    line: asked.line,
    fields: fields.flatMap((name) => {
      const option = command.options[name];
      // Where there is nothing to choose from, nothing is asked.
      if (!option || filled.choices?.[name]?.length === 0) return [];
      return [fieldOf(name, option, filled, texts)];
    }),
  };
}

function fieldOf(
  name: string,
  option: Option,
  { values = {}, choices = {} }: Filled,
  texts: Texts,
): FormField {
  const labels: Readonly<Record<string, string>> = texts.forms.labels;
  const hints: Readonly<Record<string, string>> = texts.forms.hints;
  const meanings: Readonly<Record<string, string>> = texts.forms.choices;
  const offered =
    choices[name] ??
    (option.kind === 'choice'
      ? option.choices.map((choice) => ({ label: meanings[choice] ?? choice, value: choice }))
      : []);
  const isChoice = offered.length > 0;
  return {
    name,
    label: shorten(labels[name] ?? name, LABEL),
    hint: shorten(
      hints[name] ?? summaryIn(option, texts).replace(/^./u, (first) => first.toUpperCase()),
      HINT,
    ),
    required: 'required' in option && option.required,
    kind: option.kind === 'channel' ? 'channel' : isChoice ? 'choice' : 'text',
    value: values[name] ?? '',
    choices: offered.slice(0, MOST_CHOICES),
  };
}
