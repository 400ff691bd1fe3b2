import { functionWords } from '../text/function-words.ts';
import { wordsOf } from '../text/words.ts';

/** What an answer must hold: said = somebody's words, the others a name, a time, a place, a figure, a reason, or nothing special. */
export type QuestionKind =
  | 'said'
  | 'who-said'
  | 'who'
  | 'when'
  | 'where'
  | 'how-many'
  | 'how-old'
  | 'why'
  | 'what';

/** A question as the search for its answer sees it; all words lower case. */
export type ParsedQuestion = {
  readonly kind: QuestionKind;
  /** Whose words are asked for ("said" only). */
  readonly speaker: readonly string[];
  /** The words the answer is about. */
  readonly terms: readonly string[];
  /** The words the asker wrote with a capital in the midst of the question: names for certain. */
  readonly names: ReadonlySet<string>;
  /** What is counted ("how many" only): the first word behind it. */
  readonly counted: string | null;
  /** "How much", "how high": an amount, so no span of time. */
  readonly amount: boolean;
};

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const SAYING =
  set(`say says said saying tell tells told think thinks thought claim claims claimed comment commented
  comments respond responded react reacted reply replied answer answered state stated announce announced warn warned
  mention mentioned explain explained statement statements quote quotes quoted words reaction response
  sagt sagte sagten gesagt meint meinte erklärt erklärte äußerte geäußert angekündigt reagiert reagierte
  dice dijo dijeron dicho opina opinó declaró afirmó anunció declarado
  dit déclaré déclare affirmé annoncé pense réagi
  detto dichiarato affermato annunciato pensa disse`);
const ABOUT = set(
  `about on regarding concerning over to zu zum zur über von sobre acerca de del sur à au su sul sulla of`,
);
const ASKING =
  set(`what who whom whose when where why how which did does do has have had is was are were will would can could
  old there any anybody anyone somebody someone much many number get got gets getting happened happen happening happens tell me please know give show find latest news going
  was wer wen wem wann wo wohin woher warum wieso weshalb wie viel viele wieviel wieviele welche welcher welches hat haben ist sind passiert passierte geschehen gibt
  qué que quién quiénes cuándo dónde por cómo cuál cuáles cuánto cuánta cuántos cuántas ha han es son pasó ocurrió sucedió
  quoi qui quand où pourquoi comment quel quelle quels quelles combien est-ce a-t-il a-t-elle passé
  cosa chi quando dove perché come quale quali quanto quanta quanti quante successo`);

const KINDS: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'how-old',
    /(?<![\p{L}])(?:how old|what age|wie alt|cuántos años|qué edad|quel âge|quanti anni)(?![\p{L}])/iu,
  ],
  [
    'how-many',
    /\b(?:how (?:many|much|big|large|tall|long|far|high|old|fast|heavy|deep)|number of|wie ?viele?|wie (?:hoch|groß|lang|weit|alt|tief)|cu[áa]nt[oa]s?|combien|quant[oaie])(?![\p{L}])/iu,
  ],
  [
    'why',
    /(?<![\p{L}])(?:why|what caused|for what reason|how come|warum|wieso|weshalb|por qué|porqué|pourquoi|perché)(?![\p{L}])/iu,
  ],
  [
    'when',
    /(?<![\p{L}])(?:when|what (?:time|day|date|year)|which (?:day|date|year)|wann|seit wann|cuándo|quand|quando)(?![\p{L}])/iu,
  ],
  [
    'where',
    /(?<![\p{L}])(?:where|which (?:city|town|country|place)|wo|wohin|dónde|où|dove)(?![\p{L}])/iu,
  ],
  [
    'who',
    /(?<![\p{L}])(?:who|whom|whose|which (?:person|company|team|party|man|woman)|wer|wen|wem|quién|quiénes|qui|chi)(?![\p{L}])/iu,
  ],
];

const AMOUNT =
  /(?<![\p{L}])(?:how (?:much|big|large|tall|high|heavy|deep)|wie ?viel|wie (?:hoch|groß|tief)|cuánto|cuánta|quanto|quanta)(?![\p{L}])/iu;

/** Reads a question; `language` is the asker's, null for unknown. Time and words are the question's own. */
export function parseQuestion(text: string, language: string | null): ParsedQuestion {
  const words = wordsOf(text).map(({ text: word }, i) => ({
    word: word.toLowerCase().replace(/['’]s$/, ''),
    name: i > 0 && /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(text),
  }));
  const stop = functionWords(language);
  const english = functionWords('en');
  const isContent = (w: string) =>
    !ASKING.has(w) &&
    !ABOUT.has(w) &&
    !stop.has(w) &&
    !english.has(w) &&
    (w.length > 1 || /\d/.test(w));
  const names = new Set(words.filter((w) => w.name && isContent(w.word)).map((w) => w.word));
  const plain = words.map((w) => w.word);
  const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'what';
  const verb = plain.findIndex((w) => SAYING.has(w));
  const content = plain.filter((w) => isContent(w) && !(verb >= 0 && SAYING.has(w)));
  const base = { terms: content, names, counted: null, amount: false, speaker: [] };
  if (verb >= 0 && (kind === 'what' || kind === 'who')) {
    if (kind === 'who') return { ...base, kind: 'who-said' };
    const { speaker, topic } = splitSaying(plain, verb, isContent);
    if (speaker.length > 0) return { ...base, kind: 'said', speaker, terms: topic };
  }
  if (kind === 'how-many')
    return { ...base, kind, counted: countedOf(plain, content), amount: AMOUNT.test(text) };
  return { ...base, kind };
}

/** "what did X say about Y", "was sagte X zu Y", "what X said about Y". */
function splitSaying(words: readonly string[], verb: number, isContent: (w: string) => boolean) {
  const left = divide(words.slice(0, verb), isContent);
  const right = divide(words.slice(verb + 1), isContent);
  if (left.first.length > 0) {
    return { speaker: left.first, topic: [...left.rest, ...right.first, ...right.rest] };
  }
  return { speaker: right.first, topic: right.rest };
}

/** The content words before the first "about", and those behind it. */
function divide(words: readonly string[], isContent: (w: string) => boolean) {
  const begin = words.findIndex(isContent);
  const at = begin < 0 ? -1 : words.findIndex((w, i) => i > begin && ABOUT.has(w));
  const end = at < 0 ? words.length : at;
  const content = (part: readonly string[]) => part.filter((w) => isContent(w) && !SAYING.has(w));
  return { first: content(words.slice(0, end)), rest: content(words.slice(end)) };
}

function countedOf(words: readonly string[], content: readonly string[]): string | null {
  const many = /^(?:many|viele|wieviele|cu[áa]nt[oa]s|combien|quant[ie]|number)$/;
  const at = words.findIndex((w) => many.test(w));
  if (at < 0) return null;
  return words.slice(at + 1).find((w) => content.includes(w)) ?? null;
}
