import { functionWords } from '../text/function-words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Verbs and nouns that ask for somebody's words. */
export const SAYING =
  set(`say says said saying tell tells told think thinks thought claim claims claimed comment commented
  comments respond responded react reacted reply replied answer answered state stated announce announced warn warned
  mention mentioned explain explained statement statements quote quotes quoted words reaction response remark remarked write wrote
  sagt sagte sagten gesagt meint meinte erklärt erklärte äußerte geäußert angekündigt reagiert reagierte antwortete
  dice dijo dijeron dicho opina opinó declaró afirmó anunció declarado respondió
  dit déclaré déclare affirmé annoncé pense réagi répondu raconté
  detto dichiarato affermato annunciato pensa disse`);

/** What stands before the topic of a statement. */
export const ABOUT = set(
  `about on regarding concerning over to when zu zum zur über von sobre acerca de del sur à au su sul sulla of`,
);

const ASKING: Readonly<Record<string, string>> = {
  en: `what who whom whose when where why how which did does do has have had is was are were will would can could ll
  old there any anybody anyone somebody someone much many number get got gets getting happened happen happening happens
  tell me please know give show find latest news going exactly according called name named kind sort now currently end
  instead come go went reason place take took long far`,
  de: `was wer wen wem wessen wann wo wohin woher warum wieso weshalb wie viel viele wieviel wieviele welche welcher
  welches welchen welchem woran wofür womit wovon worüber hat haben ist sind passiert passierte geschehen gibt gab heißt laut genau jetzt bitte lange`,
  es: `qué que quién quien quiénes cuándo dónde por cómo cuál cuáles cuánto cuánta cuántos cuántas ha han es son pasó
  ocurrió sucedió hay llama tiene según ahora está quien quienes cuando donde como cual cuales cuanto cuanta cuantos cuantas
  tienen tenía van va algo ya delante ante`,
  fr: `quoi qui que quand où pourquoi comment quel quelle quels quelles combien est ce il elle ils elles on t a qu l d n s
  passé veut veulent dit selon maintenant temps c quoi appelle`,
  it: `cosa chi quando dove perché come quale quali quanto quanta quanti quante successo`,
};

const asking = new Map(Object.entries(ASKING).map(([language, words]) => [language, set(words)]));

/** Words that are in so many questions and sentences that they hardly tell what is meant. */
const LIGHT =
  set(`people person folk folks guy guys lady man men woman women thing things time times year years day days today place part
  total whole first last new say said amount sum member members company firm country nation world home back
  menschen leute leuten personen mal jahr jahre tag tage neue neuen neuer ersten erste land zeit
  personas persona gente vez año años día días nuevo nueva país mundo
  personnes gens fois an ans jour jours nouveau nouvelle monde`);

/** Verbs that say little beside another word that says what is meant; alone they are what is asked. */
const LIGHT_VERBS =
  set(`do done make makes made give gives given gave take takes taken took put puts hold holds held
  bring brings brought keep keeps kept use uses used stand stands stood want wants wanted need needs needed try tries tried
  turn turns turned let lets look looks looked plan plans planned seem seems exist exists involve involved consider considered
  machen macht machte gemacht geben gaben gegeben nehmen nahm genommen stehen stand steht finden findet fand bringen brachte
  gebracht bleiben blieb wollen will wollte bekommen bekam kommt kam liegt
  hacer hizo hecho dar dio dado tomar tomó poner puso llevar llevó quedar quedó tener tuvo querer quiere
  faire fait font donner donné prendre pris mettre mis veut veulent vouloir`);

/** Whether a word (lower case) of a question in this language says what it is about. */
export function isContent(word: string, language: string): boolean {
  if (word.length < 2 && !/\d/.test(word)) return false;
  return !(
    asking.get(language)?.has(word) ||
    ABOUT.has(word) ||
    functionWords(language).has(word) ||
    (language === 'en' && functionWords('en').has(word))
  );
}

/** Whether a word (lower case) hardly tells anything. */
export const isLight = (word: string): boolean => LIGHT.has(word) || LIGHT_VERBS.has(word);

/** How much each word of a question counts beside how rare it is. */
export function hefts(words: readonly string[], names: ReadonlySet<string>): number[] {
  const isTelling = (w: string) => !names.has(w) && !isLight(w);
  const tells = words.some(isTelling);
  return words.map((word) => (LIGHT.has(word) || (tells && LIGHT_VERBS.has(word)) ? 0.35 : 1));
}

const WIDE =
  set(`people persons folk folks men women residents inhabitants menschen leute personen bewohner personas
  personnes gens habitants habitantes vecinos`);

/** Whether what is counted may be called anything that somebody is called: "people" are patients, riders, workers. */
export function isWide(counted: string): boolean {
  return WIDE.has(counted);
}

/** A sentence or question that says that something is not so. */
export const NEGATED =
  /(?<![\p{L}])(?:not|no|never|nobody|none|neither|nor|without|cannot|refus\p{L}*|declin\p{L}*|den(?:y|ied|ies)|\p{L}+n['’]t|nicht|kein\p{L}*|nie|niemand|ohne|nunca|nadie|ning[uú]n\p{L}*|sin|ne|pas|jamais|aucune?|sans)(?![\p{L}])/iu;

/** A sentence or question about what was years before. */
export const LONG_AGO =
  /(?<![\p{L}])(?:(?:years?|decades?|centur(?:y|ies)) (?:ago|earlier|before)|(?:last|the previous) (?:year|decade|century)|vor (?:\p{L}+ )?(?:\S+ )?(?:jahren|jahrzehnten)|hace (?:\S+ ){1,2}(?:años|décadas)|il y a (?:\S+ ){1,2}(?:ans|décennies))(?![\p{L}])|(?<![\p{L}])in 1\d{3}(?!\d)/iu;

/** A sentence or question about what is to come. */
export const FUTURE =
  /(?<![\p{L}])(?:will|won['’]t|shall|going to|(?:is|are) (?:due|expected|planned|set|about) to|would|next|tomorrow|until|from (?:mon|tues|wednes|thurs|fri|satur|sun)day|wird|werden|würden?|soll(?:en)?|künftig|nächste[nrs]?|morgen|ab|bis|va a|van a|próxim[oa]s?|mañana|\p{L}{2,}r(?:á|án)|hasta|va|vont|prochaine?s?|demain|\p{L}{3,}(?:era|eront|ira|iront))(?![\p{L}])/iu;
