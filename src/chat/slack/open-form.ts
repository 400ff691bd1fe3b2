import { prepareLine } from './desk.ts';
import { faultOf } from './failure.ts';
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
  const view =
    form === FIND ? findModal(remembered, desk.look) : askModal(remembered, desk.look, words);
  try {
    await asked.workspace.client.views.open({ trigger_id: trigger, view });
  } catch (error) {
    // Forms open within three seconds or never. The line alone says how to type it.
    log.warn('slack form not opened', faultOf(error));
    const prepared = await prepareLine(desk, asked, remembered.line);
    await replies.privately(asked, await prepared.answer());
  }
}
