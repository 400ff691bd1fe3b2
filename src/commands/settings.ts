import { faint, message, strong, text } from '../chat/message.ts';
import { keepSettings, settingsOf } from '../store/tenants.ts';
import { type Command, declare, named } from './declare.ts';
import { inEnglish, showMoment } from './show/words.ts';
import { readLanguage } from './subscription/request.ts';
import { readZone } from './subscription/zone.ts';

const settings = declare({
  name: 'news settings',
  summary: 'The time zone and language of this place',
  example: '/news settings tz:Europe/Berlin lang:de',
  access: 'managers',
  changes: ({ tz, lang }) => tz !== null || lang !== null,
  isPersonal: true,
  form: {
    title: 'Settings of this place',
    submit: 'Save',
    fields: ['tz', 'lang'],
    whenBare: false,
  },
  options: {
    tz: named('the time zone that times are meant and shown in, such as Europe/Berlin', 'zones'),
    lang: named('the language that digests and answers are worded in: en, de, es, fr'),
  },
  async fill(_, { zone, language }) {
    return { values: { tz: zone, lang: language } };
  },
  async run({ tz, lang }, context) {
    const before = await settingsOf(context.db, context.tenant);
    // '' is a field that was emptied: the operator's own again.
    const zone = tz === null ? before.zone : tz.trim() ? readZone(tz) : null;
    const language = lang === null ? before.language : lang.trim() ? readLanguage(lang) : null;
    const isChange = zone !== before.zone || language !== before.language;
    if (isChange) await keepSettings(context.db, context.tenant, { zone, language });
    const now = {
      zone: zone ?? context.operator.zone,
      language: language ?? context.operator.language,
    };
    return message([
      {
        kind: 'paragraph',
        runs: [
          isChange ? strong('Saved. ') : strong('How times and numbers are shown here. '),
          text('New subscriptions mean this time zone; those there are keep their own.'),
        ],
      },
      {
        kind: 'fields',
        fields: [
          {
            name: 'Time zone',
            value: [
              text(`${now.zone} (now ${showMoment(context.now, inEnglish(now), context.now)})`),
            ],
          },
          {
            name: 'Language',
            value: [
              text(
                new Intl.DisplayNames('en', { type: 'language' }).of(now.language) ?? now.language,
              ),
            ],
          },
        ],
      },
      {
        kind: 'note',
        runs: [
          faint(
            'Headlines, sentences and quotes stay in the language of their articles; what is said around them is in this one (en, de, es or fr).',
          ),
        ],
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'Change', press: 'fill', line: '/news settings' }],
      },
    ]);
  },
});

export const settingsCommands: readonly Command[] = [settings];
