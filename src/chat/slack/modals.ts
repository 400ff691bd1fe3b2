import type { types } from '@slack/bolt';
import { shorten } from '../../text/cut.ts';
import { cleanText } from '../clean.ts';
import type { ChatWords } from '../words.ts';
import type { Look } from './look.ts';

/** What a form remembers until it is sent: the line it completes, and where the answer goes. */
export type Remembered = {
  readonly line: string;
  readonly channel: string | null;
  readonly thread: string | null;
  readonly responseUrl: string | null;
};

export const FIND = 'crier.find';
export const ASK = 'crier.question';
/** The field of either form, and the source of its suggestions. */
export const FIELD = 'crier.field';

/** Longer questions hold more words than can be looked for. */
const QUESTION_LENGTH = 500;

type Dressed = Pick<Look, 'sample'> & { readonly says: ChatWords };

/** Search-as-you-type for a story. */
export function findModal(remembered: Remembered, look: Dressed): types.ModalView {
  const { says } = look;
  return modal(FIND, says.open, remembered, look, {
    type: 'input',
    block_id: FIELD,
    label: text(says.story),
    hint: text(says.fewWords),
    element: {
      type: 'external_select',
      action_id: FIELD,
      placeholder: text(says.searchStories),
      min_query_length: 0,
      focus_on_load: true,
    },
  });
}

/** A question; `words` stand in it already. */
export function askModal(remembered: Remembered, look: Dressed, words = ''): types.ModalView {
  const begun = shorten(cleanText(words).trim(), QUESTION_LENGTH);
  const { says } = look;
  return modal(ASK, says.ask, remembered, look, {
    type: 'input',
    block_id: FIELD,
    label: text(says.question),
    hint: text(says.answeredAlone),
    element: {
      type: 'plain_text_input',
      action_id: FIELD,
      multiline: begun.length > 80,
      max_length: QUESTION_LENGTH,
      focus_on_load: true,
      placeholder: text(says.whatToKnow),
      ...(begun && { initial_value: begun }),
    },
  });
}

function modal(
  callback: string,
  submit: string,
  remembered: Remembered,
  { sample, says }: Dressed,
  input: types.InputBlock,
): types.ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: JSON.stringify(remembered),
    title: text(sample ? 'Crier · SAMPLE' : 'Crier'),
    submit: text(submit),
    close: text(says.cancel),
    blocks: [input],
  };
}

const text = (words: string): types.PlainTextElement => ({
  type: 'plain_text',
  text: words,
  emoji: false,
});

/** What a form remembered; null where it is none of ours. */
export function rememberedIn(privateMetadata: string): Remembered | null {
  try {
    const found: unknown = JSON.parse(privateMetadata);
    if (typeof found !== 'object' || found === null || !('line' in found)) return null;
    const { line, channel, thread, responseUrl } = found as Record<string, unknown>;
    const textOr = (value: unknown) => (typeof value === 'string' ? value : null);
    return typeof line === 'string'
      ? { line, channel: textOr(channel), thread: textOr(thread), responseUrl: textOr(responseUrl) }
      : null;
  } catch {
    return null;
  }
}
