import type { types } from '@slack/bolt';
import { cleanText } from '../clean.ts';
import type { Suggestion } from '../platform.ts';
import type { ChatWords } from '../words.ts';
import { words } from './controls.ts';

const OPTION = { text: 75, value: 75 };

/** The options of a search field: the stories found, then the typed words as they are. */
export function suggestions(
  found: readonly Suggestion[],
  typed: string,
  { searchFor }: Pick<ChatWords, 'searchFor'>,
): types.PlainTextOption[] {
  const taken = new Set<string>();
  const options = found
    .filter(({ value }) => value !== '' && value.length <= OPTION.value)
    .filter(({ value }) => !taken.has(value) && taken.add(value))
    .map(({ label, value }) => ({ text: words(label, OPTION.text), value }));
  const own = cleanText(typed).trim().replace(/^#+/, '');
  if (own && own.length <= OPTION.value && !taken.has(own)) {
    options.push({ text: words(searchFor(own), OPTION.text), value: own });
  }
  return options;
}
