import type { Texts } from '../texts.ts';
import { chat } from './chat.ts';
import { commands, forms, options } from './commands.ts';
import { feeds } from './feeds.ts';
import { follow, mute, report } from './follow.ts';
import { buttons, list } from './list.ts';
import { phrases } from './phrases.ts';
import { audit, help, notices, settings, spend, welcome } from './place.ts';
import { shown } from './shown.ts';
import { slips } from './slips.ts';
import { spaced } from './spacing.ts';
import { subscription } from './subscription.ts';
import { posted, status, why } from './why.ts';

export const fr: Texts = spaced<Texts>({
  language: 'fr',
  ...shown,
  audit,
  buttons,
  chat,
  commands,
  feeds,
  follow,
  forms,
  help,
  list,
  mute,
  notices,
  options,
  phrases,
  posted,
  report,
  settings,
  slips,
  spend,
  status,
  subscription,
  welcome,
  why,
});
