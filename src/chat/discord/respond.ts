import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import { SECOND } from '../../lib/clock.ts';
import type { Log } from '../../lib/log.ts';
import type { Payload } from './render.ts';
import { type Trouble, troubleOf } from './trouble.ts';

export type Responding = { readonly rest: REST; readonly log: Log };

type Asked = Pick<APIInteraction, 'id' | 'token' | 'application_id'>;

/** The interaction is over: three seconds have passed, or somebody else answered it. */
const TOO_LATE = 10062;
const ALREADY = 40060;
/** The message is gone already. */
const NO_SUCH_MESSAGE = 10008;
const TRIES = 3;
// Two that hang fit into the three seconds; a shorter time makes needless tries when the machine is busy.
const ONE_TRY = 1_400;
const PAUSE = SECOND / 2;

/**
 * Takes an interaction on, within its three seconds. False where it was lost: too late, or answered by another of us
 * (Discord tells an interaction again after a break).
 */
export async function acknowledge(
  { rest, log }: Responding,
  { id, token }: Asked,
  body: APIInteractionResponse,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const signal = AbortSignal.timeout(ONE_TRY);
      await rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
      return true;
    } catch (error) {
      const trouble = troubleOf(error);
      const code = trouble.kind === 'refused' ? trouble.code : null;
      // Our first try was cut off on its way back: it had arrived.
      if (code === ALREADY && attempt > 1) return true;
      if (trouble.kind === 'refused' || attempt === TRIES) {
        const what = code === TOO_LATE || code === ALREADY ? 'lost' : 'not acknowledged';
        log.warn(`discord interaction was ${what}`, { interaction: id, ...trouble });
        return false;
      }
    }
  }
}

/** "Crier is thinking": for the asker alone, or for everybody. Which of both cannot be changed later. */
export function defer(
  responding: Responding,
  interaction: Asked,
  shared: boolean,
): Promise<boolean> {
  return acknowledge(responding, interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: shared ? {} : { flags: MessageFlags.Ephemeral },
  });
}

/** Puts the answer in the place of "thinking", what does not fit into messages after it. */
export async function answerWith(
  responding: Responding,
  interaction: Asked,
  [first, ...others]: readonly [Payload, ...Payload[]],
  shared: boolean,
): Promise<void> {
  const { application_id: application, token } = interaction;
  await patiently(
    () =>
      responding.rest.patch(Routes.webhookMessage(application, token), {
        body: first,
        auth: false,
      }),
    // The same words in the same place: a second time does no harm.
    (trouble) => trouble.kind !== 'refused',
  );
  for (const payload of others) await followUp(responding, interaction, payload, shared);
}

/**
 * Says to the asker alone what cannot be shown to everybody, although everybody sees "thinking". That is taken away
 * first: a message after it while it still stands would take its place, for all to see.
 */
export async function answerAlone(
  responding: Responding,
  interaction: Asked,
  payloads: readonly Payload[],
): Promise<void> {
  const { application_id: application, token } = interaction;
  const thinking = Routes.webhookMessage(application, token);
  try {
    await patiently(
      () => responding.rest.delete(thinking, { auth: false }),
      (trouble) => trouble.kind !== 'refused',
    );
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind !== 'refused' || trouble.code !== NO_SUCH_MESSAGE) throw error;
  }
  for (const payload of payloads) await followUp(responding, interaction, payload, false);
}

/** One more message under the answer. */
export async function followUp(
  { rest }: Responding,
  { application_id: application, token }: Asked,
  payload: Payload,
  shared: boolean,
): Promise<void> {
  const body = shared ? payload : { ...payload, flags: MessageFlags.Ephemeral };
  await patiently(
    () => rest.post(Routes.webhook(application, token), { body, auth: false }),
    (trouble) => trouble.kind === 'limited' || trouble.kind === 'unsent',
  );
}

async function patiently(
  work: () => Promise<unknown>,
  mayRepeat: (trouble: Trouble) => boolean,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const trouble = troubleOf(error);
      if (attempt === TRIES || !mayRepeat(trouble)) throw error;
      const pause = trouble.kind === 'limited' ? trouble.retryAfterMs : PAUSE * attempt;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}
