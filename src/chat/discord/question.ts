import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { shorten } from '../../text/cut.ts';
import { asWords } from '../line.ts';
import type { ChatWords } from '../words.ts';
import { filledIn } from './form-window.ts';
import { LIMITS } from './limits.ts';

const FIELD = 'question';
// A line of 2,000 characters is the most that is read.
const LONGEST = 1_000;

/** The window that asks for a question; it carries the button's custom_id, which says what to do with the answer. */
export function questionWindow(
  customId: string,
  words: ChatWords,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: shorten(words.askAboutThis, LIMITS.modalTitle),
    components: [
      {
        type: ComponentType.Label,
        label: shorten(words.yourQuestion, LIMITS.fieldLabel),
        description: shorten(words.answered, LIMITS.option),
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Paragraph,
          min_length: 1,
          max_length: LONGEST,
          placeholder: words.whatDidSay,
          required: true,
        },
      },
    ],
  };
}

/** The line of the button with the question that was put. */
export function askedLine(line: string, sent: APIModalSubmitInteraction): string {
  const question = filledIn(sent)[FIELD] ?? '';
  return `${line} ${asWords(question.replace(/\s+/g, ' '))}`;
}
