import { or } from './count.ts';

/** What is said of a line that cannot be read, with the nearest right form. */
export const slips = {
  example: (line: string) => `Try: ${line}`,
  tooLong: (most: number) => `That is too long for me: at most ${most} characters, please.`,
  noCommand: (name: string) => `There is no command /${name}.`,
  didYouMean: (what: string) => `Did you mean ${what}?`,
  iKnow: (names: readonly string[]) => `I know ${or(names)}; /news help says more.`,
  goneCommand: (name: string) => `There is no command /${name} any more. Try /news help.`,
  noVerb: (head: string, verb: string) => `/${head} has no "${verb}".`,
  whatVerb: (head: string) => `/${head} what?`,
  takes: (verbs: readonly string[]) => `It takes ${or(verbs)}.`,
  longOption: (option: string, most: number) => `${option}: takes at most ${most} characters.`,
  notUnderstood: (words: string) => `I do not understand "${words}" here.`,
  needs: (command: string, what: string) => `/${command} needs ${what}.`,
  noOption: (command: string, option: string) => `/${command} has no "${option}:".`,
  optionTakes: (option: string, expected: string, typed: string) =>
    `${option}: takes ${expected}, not "${typed}".`,
  oneOf: (choices: string) => `one of ${choices}`,
  aSpan: 'a span such as 24h, 3d or 30d',
  aStory: 'the number of a story such as #12',
  aNumber: 'a number such as #3',
  aChannel: 'a channel of this place, mentioned as #…',
  aFlag: 'yes or no',
  someWords: 'words',

  noDay: (word: string) => `There is no day "${word}".`,
  days: 'Write on weekdays, on daily or on mon,thu.',
  noTime: (word: string) => `There is no time "${word}". Write at 08:30, or at 08:30,18:00.`,
  noZone: (typed: string) => `There is no time zone "${typed}".`,
  zones: 'Write a place such as tz Europe/Berlin.',
  phrases: (name: string, typed: string) =>
    `${name} takes words such as ${name}:"cup final", not "${typed}".`,
  top: (most: number, typed: string) => `top takes a number from 1 to ${most}, not "${typed}".`,
  language: (typed: string) => `lang takes two letters such as en, de or es, not "${typed}".`,
  length: (choices: string, typed: string) => `length takes one of ${choices}, not "${typed}".`,
  quiet: (typed: string) =>
    `quiet takes two times such as quiet:22:00-07:00, or none, not "${typed}".`,
  empty: (typed: string) => `empty takes silence or line, not "${typed}".`,
  until: (typed: string) =>
    `until takes a span such as 7d or a day such as 2026-12-01, not "${typed}".`,
  untilOver: (typed: string) => `until ${typed} is over already.`,
  untilMost: 'until takes a year at most.',

  forManagers: (command: string, managers: string) =>
    `/${command} is for ${managers}: ask one of them.`,
  noForm: (command: string) => `/${command} has no form.`,
  tooMany: 'Too many questions at once. Please try again in a minute.',
  restarting: 'I am being restarted. Please ask again in a minute.',
  fault: 'Something went wrong on my side; it is in the log. Please try again.',
};
