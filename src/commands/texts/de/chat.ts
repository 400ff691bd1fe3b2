import { runs } from '../runs.ts';
import type { Texts } from '../texts.ts';

export const chat: Texts['chat'] = {
  sharedAlready: 'Gerade erst geteilt: Alle hier sehen es.',
  sharedHere: 'Das wurde hier gerade erst geteilt.',
  outdated:
    'Das stammt von einer früheren Version von Crier und tut nichts mehr. Mehr sagt /news help.',
  buttonOutdated:
    'Dieser Knopf ist zu alt: Was er tat, ist nicht mehr bekannt. Bitte den Befehl noch einmal geben, /news help nennt alle.',
  fault: 'Hier ist etwas schiefgegangen; es steht im Log. Bitte noch einmal versuchen.',
  late: 'Das hat zu lange gedauert. Bitte noch einmal versuchen.',
  windowLate: 'Slack hat das Fenster nicht rechtzeitig geöffnet. Bitte noch einmal versuchen.',
  windowLateTyped: (example) =>
    `Slack hat das Fenster nicht rechtzeitig geöffnet. Bitte noch einmal versuchen, oder schreiben: ${example}`,
  membersOnly: 'Crier antwortet nur Mitgliedern des Workspace, in dem es installiert ist.',
  youLeft: 'Das kam von einem Server, auf dem nur Mitglieder Antworten bekommen.',
  weLeft: 'Das kam von einem Server, auf dem Crier nicht mehr ist; dort geht nichts mehr.',
  unasked:
    'Ob die Mitgliedschaft auf dem Server noch besteht, ließ sich bei Discord nicht erfragen. Bitte noch einmal versuchen.',

  cancel: 'Abbrechen',
  open: 'Öffnen',
  ask: 'Fragen',
  askAboutThis: 'Dazu fragen',
  question: 'Frage',
  yourQuestion: 'Die Frage',
  answered: 'Die Antwort kommt aus den Artikeln, in deren eigenen Worten.',
  answeredAlone:
    'Die Antwort kommt aus den Artikeln, in deren eigenen Worten, und ist nur hier zu sehen.',
  whatDidSay: 'Was hat … über … gesagt?',
  whatToKnow: 'Wie lautet die Frage?',
  story: 'Geschichte',
  fewWords: 'Ein paar Wörter oder Namen daraus genügen.',
  searchStories: 'Geschichten suchen',
  searchFor: (words) => `Nach „${words}“ suchen`,
  emptyIsDirect: 'Leer: Direktnachrichten.',

  allRights: 'Für Ausgaben in diesem Kanal sind alle Rechte da.',
  rightsMissing: (rights) =>
    runs`Für Ausgaben in diesem Kanal fehlt noch: ${rights}. Antworten auf Befehle gehen auch so.`,
  toBeDone: 'Bevor alles geht, ist noch etwas zu tun:',

  thereIsMore: 'Es gibt mehr, als auf diese Seite passt: ',
  guide: (sources, help) =>
    runs`Crier liest Nachrichtenfeeds und macht aus allem, was sie über ein Ereignis berichten, eine Geschichte. ${sources} nennt die Feeds, ${help} sagt, was sonst geht.`,
  whatToType: 'Was man schreiben kann',
  mention:
    'Crier antwortet, wenn man es in einem Kanal oder Thread erwähnt oder ihm hier schreibt.',
};
