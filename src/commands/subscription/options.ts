import { maybeChoice, named, words } from '../declare.ts';
import { LENGTHS } from '../show/digest.ts';

/** What may be said of a subscription, when it is made and when it is changed. */
export const OPTIONS = {
  topic: words('what it is about: words, a feed of this place or a pack', 'subjects'),
  pack: named('a pack of feeds to begin with'),
  at: named('at which times: 08:30, or 08:30 and 18:00'),
  on: named('on which days: daily, weekdays, mon,thu'),
  tz: named('the time zone, such as Europe/Berlin', 'zones'),
  top: named('how many stories at most'),
  must: named('words that must stand in a story, between commas'),
  mute: named('words of stories to leave out, between commas'),
  length: maybeChoice('how much of each story', LENGTHS),
  lang: named('the language, such as de'),
  quiet: named('hours in which nothing is posted: 22:00-07:00'),
  until: named('until when: 7d, 2026-12-01, or none'),
  empty: maybeChoice('what comes when there is nothing new', ['silence', 'line']),
} as const;
