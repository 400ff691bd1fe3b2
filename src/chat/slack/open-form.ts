import { troubleSentence } from '../message.ts';
import { commandOf } from './command-of.ts';
import { askerOf, prepareLine, wordsFor } from './desk.ts';
import { faultOf } from './failure.ts';
import { formModal } from './form-modal.ts';
import type { Listening } from './listening.ts';
import { type ASK, askModal, FIND, findModal, type Remembered } from './modals.ts';
import type { Asked } from './reply.ts';

/** What a form has to know of where it was asked for. */
export const remember = (line: string, { channel, thread, responseUrl }: Asked): Remembered => ({
  line,
  channel,
  thread,
  responseUrl,
});

/** Opens a form; where that fails, says how to type what it would have asked for. */
export async function openForm(
  form: typeof FIND | typeof ASK,
  remembered: Remembered,
  trigger: string,
  asked: Asked,
  { desk, replies, log }: Listening,
  words = '',
): Promise<void> {
  const look = { ...desk.look, says: await wordsFor(desk, asked) };
  const view = form === FIND ? findModal(remembered, look) : askModal(remembered, look, words);
  try {
    await asked.workspace.client.views.open({ trigger_id: trigger, view });
  } catch (error) {
    // Forms open within three seconds or never. The line alone says how to type it.
    log.warn('slack form not opened', faultOf(error));
    const prepared = await prepareLine(desk, asked, remembered.line);
    await replies.privately(asked, await prepared.answer());
  }
}

/** Opens the form of a line's command, with what its options hold now; a private word where there is none for them. */
export async function openFill(
  line: string,
  trigger: string,
  asked: Asked,
  { desk, replies, log }: Listening,
): Promise<void> {
  const form = await desk.answering.form(line, await askerOf(desk, asked, line));
  if ('blocks' in form) {
    await replies.privately(asked, form);
    return;
  }
  const says = await wordsFor(desk, asked);
  const view = formModal(form, remember(form.line, asked), { ...desk.look, says });
  try {
    await asked.workspace.client.views.open({ trigger_id: trigger, view });
  } catch (error) {
    log.warn('slack form not opened', faultOf(error));
    const example = commandOf(line, desk.answering.commands)?.example;
    await replies.privately(
      asked,
      troubleSentence(example === undefined ? says.windowLate : says.windowLateTyped(example)),
    );
  }
}
