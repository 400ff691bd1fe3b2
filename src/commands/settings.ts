import { faint, message, strong, text } from '../chat/message.ts';
import { keepSettings, settingsOf } from '../store/tenants.ts';
import { type Command, declare, named } from './declare.ts';
import { showMoment } from './show/words.ts';
import { readLanguage } from './subscription/request.ts';
import { readZone } from './subscription/zone.ts';
import { languageNameIn } from './texts/counting.ts';
import { TEXTS, textsIn } from './texts/index.ts';

const settings = declare({
  name: 'news settings',
  example: '/news settings tz:Europe/Berlin lang:de',
  access: 'managers',
  changes: ({ tz, lang }) => tz !== null || lang !== null,
  isPersonal: true,
  form: {
    fields: ['tz', 'lang'],
    whenBare: false,
  },
  options: {
    tz: named('placeZone', 'zones'),
    lang: named('placeLanguage'),
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
    // As it is from now on: who has just chosen a language is answered in it.
    const texts = textsIn(now.language);
    const words = texts.settings;
    return message([
      {
        kind: 'paragraph',
        runs: [strong(`${isChange ? words.saved : words.asItIs} `), text(words.newOnes)],
      },
      {
        kind: 'fields',
        fields: [
          {
            name: words.zone,
            value: [text(words.now(now.zone, showMoment(context.now, now, context.now)))],
          },
          {
            name: words.language,
            value: [text(languageNameIn(texts.language, now.language))],
          },
        ],
      },
      {
        kind: 'note',
        runs: [faint(words.note(Object.keys(TEXTS)))],
      },
      {
        kind: 'buttons',
        buttons: [{ label: texts.buttons.change, press: 'fill', line: '/news settings' }],
      },
    ]);
  },
});

export const settingsCommands: readonly Command[] = [settings];
