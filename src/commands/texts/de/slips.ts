import type { Texts } from '../texts.ts';
import { or } from './count.ts';

export const slips: Texts['slips'] = {
  example: (line) => `Beispiel: ${line}`,
  tooLong: (most) => `Das ist zu lang: bitte höchstens ${most} Zeichen.`,
  noCommand: (name) => `Einen Befehl /${name} gibt es nicht.`,
  didYouMean: (what) => `Gemeint: ${what}?`,
  iKnow: (names) => `Es gibt ${or(names)}; mehr sagt /news help.`,
  goneCommand: (name) => `Den Befehl /${name} gibt es nicht mehr. Mehr sagt /news help.`,
  noVerb: (head, verb) => `/${head} kennt kein „${verb}“.`,
  whatVerb: (head) => `/${head}: was genau?`,
  takes: (verbs) => `Möglich: ${or(verbs)}.`,
  longOption: (option, most) => `${option}: nimmt höchstens ${most} Zeichen.`,
  notUnderstood: (words) => `„${words}“ ist hier nicht verständlich.`,
  needs: (command, what) => `Bei /${command} fehlt: ${what}.`,
  noOption: (command, option) => `/${command} kennt kein „${option}:“.`,
  optionTakes: (option, expected, typed) => `${option}: nimmt ${expected}, nicht „${typed}“.`,
  oneOf: (choices) => `eines von ${choices}`,
  aSpan: 'einen Zeitraum wie 24h, 3d oder 30d',
  aStory: 'die Nummer einer Geschichte wie #12',
  aNumber: 'eine Nummer wie #3',
  aChannel: 'einen Kanal von hier, als #… erwähnt',
  aFlag: 'yes oder no',
  someWords: 'Wörter',

  noDay: (word) => `Einen Tag „${word}“ gibt es nicht.`,
  days: 'Schreibweise: on weekdays, on daily oder on mon,thu.',
  noTime: (word) =>
    `Eine Uhrzeit „${word}“ gibt es nicht. Schreibweise: at 08:30, oder at 08:30,18:00.`,
  noZone: (typed) => `Eine Zeitzone „${typed}“ gibt es nicht.`,
  zones: 'Gemeint ist ein Ort wie tz Europe/Berlin.',
  phrases: (name, typed) => `${name} nimmt Wörter wie ${name}:"cup final", nicht „${typed}“.`,
  top: (most, typed) => `top nimmt eine Zahl von 1 bis ${most}, nicht „${typed}“.`,
  language: (typed) => `lang nimmt zwei Buchstaben wie en, de oder es, nicht „${typed}“.`,
  length: (choices, typed) => `length nimmt eines von ${choices}, nicht „${typed}“.`,
  quiet: (typed) =>
    `quiet nimmt zwei Uhrzeiten wie quiet:22:00-07:00, oder none, nicht „${typed}“.`,
  empty: (typed) => `empty nimmt silence oder line, nicht „${typed}“.`,
  until: (typed) =>
    `until nimmt einen Zeitraum wie 7d oder einen Tag wie 2026-12-01, nicht „${typed}“.`,
  untilOver: (typed) => `until ${typed} ist schon vorbei.`,
  untilMost: 'until nimmt höchstens ein Jahr.',

  forManagers: (command, managers) =>
    `/${command} ist Sache der Verwalter: ${managers}. Bitte dort fragen.`,
  noForm: (command) => `/${command} hat kein Formular.`,
  tooMany: 'Zu viele Fragen auf einmal. Bitte in einer Minute noch einmal.',
  restarting: 'Crier startet gerade neu. Bitte in einer Minute noch einmal fragen.',
  fault: 'Hier ist etwas schiefgegangen; es steht im Log. Bitte noch einmal versuchen.',
};
