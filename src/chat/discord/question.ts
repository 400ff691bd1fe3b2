import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmitInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { asWords } from '../line.ts';
import { filledIn } from './form-window.ts';

const FIELD = 'question';
// A line of 2,000 characters is the most that is read.
const LONGEST = 1_000;

/** The window that asks for a question; it carries the button's custom_id, which says what to do with the answer. */
export function questionWindow(customId: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId,
    title: 'Ask about this',
    components: [
      {
        type: ComponentType.Label,
        label: 'Your question',
        description: 'Answered from the articles, in their own words.',
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD,
          style: TextInputStyle.Paragraph,
          min_length: 1,
          max_length: LONGEST,
          placeholder: 'what did … say about …',
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
