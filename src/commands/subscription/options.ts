import { maybeChoice, named, words } from '../declare.ts';
import { LENGTHS } from '../show/digest.ts';

/** What may be said of a subscription, when it is made and when it is changed. */
export const OPTIONS = {
  topic: words('subject', 'subjects'),
  pack: named('pack'),
  at: named('at'),
  on: named('on'),
  tz: named('tz', 'zones'),
  top: named('top'),
  must: named('must'),
  mute: named('mute'),
  length: maybeChoice('length', LENGTHS),
  lang: named('lang'),
  quiet: named('quiet'),
  until: named('until'),
  empty: maybeChoice('empty', ['silence', 'line']),
} as const;
