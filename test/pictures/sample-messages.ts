import type { Message } from '../../src/chat/message.ts';
import type { Asker, Form } from '../../src/chat/platform.ts';
import { MINUTE } from '../../src/lib/clock.ts';
import { openDays } from './sample-days.ts';

/** What somebody sees: a command and its answer, a post, a window, or a page of their own. */
export type Shown = {
  readonly name: string;
  /** The command it answers; null for what comes by itself. */
  readonly asked: string | null;
  /** As the message's own clock says it. */
  readonly at: string;
  /** Seen by everybody in the channel. */
  readonly shared: boolean;
  readonly isEdited?: boolean;
  /** Its menus are shown unfolded. */
  readonly isOpen?: boolean;
} & (
  | { readonly kind: 'messages'; readonly messages: readonly Message[] }
  | { readonly kind: 'form'; readonly form: Form }
  /** The window of the Ask button. */
  | { readonly kind: 'question' }
  /** Slack's home tab; elsewhere there is none. */
  | { readonly kind: 'home'; readonly page: Message }
);

// At its hour 30, which is Wednesday 06:30, an outlet of the sample newsroom corrects what was told on Tuesday.
const ORIGIN = new Date('2026-03-03T00:30:00+01:00');
const BEGIN = new Date('2026-03-01T18:30:00+01:00');
const MUTED =
  'Parcelo Torrin Aldra Lirio Austin Ashgrove Valdemora Brackwell Orbis Brisa Ventoral Friedhofserde Tessaria ferry';
/** A digest of the one story that is corrected. */
const NARROW = `/news subscribe at 08:30 tz Europe/Berlin length:full top 1 ${MUTED.split(' ')
  .map((word) => `-mute:${word}`)
  .join(' ')}`;

/** What the real program says over three days of the sample newsroom; `narrow` is the id of a channel of another place. */
export async function sampleMessages(asker: Asker, narrow: string): Promise<Shown[]> {
  const days = await openDays(asker, { origin: ORIGIN, at: BEGIN });
  const reader = { isManager: false };
  const shown: Shown[] = [];
  const keep = (name: string, messages: readonly Message[], about: Partial<Shown> = {}) =>
    shown.push({
      name,
      asked: null,
      at: days.time(),
      shared: false,
      ...about,
      kind: 'messages',
      messages,
    } as Shown);
  const answered = async (name: string, asked: string, about: Partial<Shown> = {}) =>
    keep(name, [await days.say(asked, reader)], { asked, ...about });
  const posted = (channel: string) =>
    days.standing.filter((one) => one.channel === channel).at(-1)?.message;
  const post = (name: string, channel: string, about: Partial<Shown> = {}) => {
    const message = posted(channel);
    if (!message) throw new Error(`nothing was posted for ${name}`);
    keep(name, [message], { shared: true, ...about });
  };
  const here = asker.channel ?? '';
  try {
    keep('welcome', await days.welcome(), { asked: '/news help' });
    for (const [name, line] of [
      ['subscribe-window', '/news subscribe'],
      ['settings-window', '/news settings'],
    ] as const) {
      const form = await days.form(line);
      shown.push({ name, asked: line, at: days.time(), shared: false, kind: 'form', form });
    }
    shown.push({ name: 'window', asked: null, at: '', shared: false, kind: 'question' });
    const subscribe = '/news subscribe at 08:30 tz Europe/Berlin top 5';
    keep('subscribed', [await days.say(subscribe)], { asked: subscribe, shared: true });
    await days.until('2026-03-02T09:00:00+01:00');
    await days.say('/news follow ferry');
    await days.until('2026-03-02T18:30:00+01:00');
    await days.say(NARROW, { channel: narrow, tenant: `${asker.tenant}0` });
    await days.until('2026-03-03T08:30:00+01:00');
    post('edition', here);
    await answered('digest', '/digest share:yes', { shared: true });
    await answered('card', '/story austin shoigu');
    await answered('more', '/story austin shoigu', { isOpen: true });
    await answered('quotes', '/story austin shoigu view:quotes');
    await answered('answer', '/ask what did peskov say about talks');
    await answered('error', '/news feed add https://news.example.org');
    keep('settings', [await days.say('/news settings')], { asked: '/news settings' });

    await days.say('/news subscribe harbour at 17:00 on fridays tz Europe/Berlin top 3');
    await days.say('/news pause #4');
    await days.say('/news alert floods outlets:3');
    await days.say('/news mute football');
    await days.until('2026-03-03T15:45:00+01:00', 15 * MINUTE);
    post('follow', `@${asker.person.id}`);
    post('updated', here, { isEdited: true, at: '08:30' });
    keep('list', [await days.say('/news list')], { asked: '/news list' });
    shown.push({
      name: 'home',
      asked: null,
      at: '',
      shared: false,
      kind: 'home',
      page: await days.home(),
    });

    await days.until('2026-03-04T07:00:00+01:00', 15 * MINUTE);
    post('corrected', narrow, { isEdited: true, at: '08:30' });
    return shown;
  } finally {
    await days.close();
  }
}
