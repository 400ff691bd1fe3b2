import { functionWords } from '../text/function-words.ts';
import { stemmerFor, wordsOf } from '../text/words.ts';
import { amountsAsked, type Counted } from './answer-amounts.ts';
import { regular } from './irregular.ts';
import type { QuestionKind } from './question-kind.ts';
import { SAYING } from './question-words.ts';
import type { Sentence } from './sentence.ts';
import { tokensOf } from './tokens.ts';

const TIME =
  /(?<![\p{L}])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may \d|june|july|august|september|october|november|december|today|tonight|yesterday|tomorrow|midnight|noon|morning|afternoon|evening|overnight|(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|fall|winter)|(?:hours?|days?|weeks?|months?|years?) (?:ago|later|earlier)|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|juni|juli|oktober|dezember|heute|gestern|morgen|nacht|abend|uhr|woche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|hoy|ayer|mañana|noche|semana|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|aujourd['’]hui|hier|demain|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|oggi|ieri|domani)(?![\p{L}])|(?<!\p{N})(?:19|20)\d\d(?!\p{N})|\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m|p\.?m|uhr)|\d{1,2}:\d\d/iu;
const PLACE =
  /(?<![\p{L}])(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|[Tt]o|[Oo]n|[Oo]ff|[Ii]nside|[Aa]long|[Bb]eneath|[Uu]nder|[Aa]cross|[Aa]round|[Bb]ehind|[Bb]etween|[Tt]hrough|[Nn]orth of|[Ss]outh of|[Ee]ast of|[Ww]est of|[Ii]m|[Aa]m|[Bb]ei|[Nn]ach|[Aa]us|[Vv]or|[Ee]n|[Dd]esde|[Cc]erca de|[Àà]|[Dd]ans|[Cc]hez|[Pp]rès de|[Aa]|[Nn]el|[Nn]ella|[Dd]a|[Pp]resso)\s(?:(?:the|a|an|its|his|her|their|der|dem|den|la|el|le|les|los|las|il|lo|un|una|une)\s)?(?:\p{L}+\s){0,2}?\p{Lu}/u;
const COMMON_PLACE =
  /(?<![\p{L}])(?:in|at|near|outside|from|on|inside|under|behind|beneath|along|off) (?:the|a|an|its|his|her|their) \p{Ll}+/u;
const edge = (words: string) => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu');
const REASONS: Readonly<Record<string, RegExp>> = {
  en: edge(
    String.raw`because|due to|owing to|since (?!last|then|the start|early|late|\d|\p{Lu})|after|as a result of|cause[sd]?|following|saying|said that|arguing|amid|in response to|in protest|unless|so that|so (?:it|he|she|they)|in order to|to (?:make|get|give|take|avoid|prevent|help|keep|save|protect|allow|show|fetch|reiterate)|led to|prompted|blamed?|thanks to|reasons?|citing|triggered|sparked|started|began|forced|for fear|failed|did not|could(?:n['’]t| not)|needs? to|worn|fault`,
  ),
  de: edge(
    `weil|wegen|da|aufgrund|nachdem|damit|um|denn|grund|gründe|ursache|schuld|deshalb|daher|darum|sonst|trotz|durch|folge`,
  ),
  es: edge(
    `porque|debido a|por|tras|a causa de|para|ya que|pues|motivo|causa|falló|fallo|después de que|gracias a|a menos que|salvo que`,
  ),
  fr: edge(
    `parce qu\\p{L}*|car|en raison d\\p{L}*|à cause d\\p{L}*|après|afin|pour|due? aux?|dus? à|grâce|cause|raison|puisque|faute d\\p{L}*|à moins d\\p{L}*|sans quoi`,
  ),
  it: edge(`perché|a causa di|dopo|per|poiché|grazie`),
};

const reasonOf = (language: string | null) =>
  REASONS[(language ?? 'en').slice(0, 2)] ?? REASONS.en!;

// "in six weeks", "vor zehn Tagen": a span of time that places something.
const SPAN_PLACED =
  /(?<![\p{L}])(?:in|within|for|after|before|by|until|vor|seit|nach|binnen|dentro de|hace|desde|en|dans|depuis|il y a|après) (?:(?:the|about|some|at least|just|only|a|an|unos|environ|rund) )*(?:\d+|\p{L}+(?:-\p{L}+)?) (?:business )?(?:minutes?|hours?|days?|weeks?|months?|years?|minuten|stunden|tagen?|wochen?|monaten?|jahren?|minutos|horas|días|semanas?|mes(?:es)?|años?|minutes|heures|jours|semaines|mois|ans)(?![\p{L}])/iu;

/** The question's words as stems, as they stand in articles of the sentence's language. */
export type Asked = Counted;

/** Whether the sentence holds the kind of thing asked for. */
export function holdsKind(kind: QuestionKind, sentence: Sentence, asked: Asked): boolean {
  const { text, tokens } = sentence;
  if (kind === 'when') return TIME.test(text) || SPAN_PLACED.test(text);
  if (kind === 'where') return PLACE.test(text) || COMMON_PLACE.test(text);
  if (kind === 'why') return reasonOf(sentence.language).test(text);
  if (kind === 'how-many' || kind === 'how-old') return amountsAsked(sentence, asked).length > 0;
  if (kind === 'who-is') return identities(sentence, asked).length > 0;
  if (kind === 'name') return newCapitals(sentence, asked).length > 0;
  if (kind === 'who') {
    return (
      tokens.some(
        (t, i) =>
          !t.common &&
          !asked.stems.has(regular(t.stem, sentence.language)) &&
          (i === 0 || t.capital),
      ) ||
      COMMON_PERSON.test(text) ||
      COMMON_BODY.test(text)
    );
  }
  return true;
}

/** Where in the sentence the signs of the asked kind stand; null where no sign is known. */
export function signsOf(kind: QuestionKind, sentence: Sentence, asked: Asked): number[] | null {
  const { text, language } = sentence;
  if (kind === 'when') return placesOf(text, TIME, SPAN_PLACED);
  if (kind === 'where') return placesOf(text, PLACE, COMMON_PLACE);
  if (kind === 'why') return placesOf(text, reasonOf(language));
  if (kind === 'how-many' || kind === 'how-old') return amountsAsked(sentence, asked);
  if (kind === 'who-is') return identities(sentence, asked);
  if (kind === 'name') return newCapitals(sentence, asked);
  if (kind === 'who')
    return [...placesOf(text, COMMON_PERSON, COMMON_BODY), ...newNames(text, language, asked)];
  return null;
}

function placesOf(text: string, ...patterns: readonly RegExp[]): number[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(({ index }) => index),
  );
}

const SOMEBODY = /\p{Lu}[\p{L}'’.-]+(?:\s(?:[a-z]{1,3}\s)?\p{Lu}[\p{L}'’-]+)+/gu;

/** Where names of two words and more stand of which the question has none. */
export function newNames(text: string, language: string | null, { stems }: Asked): number[] {
  return [...text.matchAll(SOMEBODY)]
    .filter(
      ([name]) =>
        // "Senator Dagny Vole" is new to a question about the senate.
        !stems.has(regular(tokensOf(name, language).at(-1)?.stem ?? '', language)),
    )
    .map(({ index }) => index);
}

/** Where names stand, of one word or more, of which the question has none; in German of two and more. */
export function newCapitals(sentence: Sentence, asked: Asked): number[] {
  const { text, language, tokens } = sentence;
  const many = newNames(text, language, asked);
  if (language?.startsWith('de')) return many;
  const places = wordsOf(text);
  const single = tokens.flatMap((t, i) =>
    i > 0 && t.capital && !t.common && !asked.stems.has(regular(t.stem, language))
      ? [places[i]!.start]
      : [],
  );
  return [...many, ...single];
}

// What stands behind a name and says who that is, and what does before it.
const SAID_BEHIND =
  /^(?:['’]s)?,\s(?:(?:a|an|the|who|whose|el|la|un|una|der|die|das|ein|eine|le|une|qui|then|now|once|formerly)\s|l['’]|\d{1,3}[,.]|\p{L}+(?:['’]s)?\s\p{Ll})|^\s(?:is|was|ist|war|es|era|est|était)\s(?:a|an|the|one|ein|eine|der|die|un|una|el|la|une|le)\s|^,\s\d{1,3}(?!\d)/u;
const SAID_BEFORE =
  /(?:^|[\s,(“"„«’-])(?:(?:\p{Lu}\p{L}+|\p{L}+['’]s|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Dd]er|[Dd]ie|[Ee]l|[Ll]a|[Ll]e|[Ss]eine?|[Ii]hre?|[Ss]u|[Ss]on|[Ss]a)\s)?(?<role>\p{L}{4,}),?\s$/u;

/** Where a name of the question stands with what says who that is: "said Antje Lohse, a teacher", "its head, Ida Kurz". */
function identities({ text, language }: Sentence, { stems }: Asked): number[] {
  const stem = stemmerFor(language);
  const small = functionWords(language);
  const named = wordsOf(text).filter(
    ({ text: word }) =>
      /^\p{Lu}/u.test(word) &&
      stems.has(regular(stem(word.toLowerCase().replace(/['’]s$/, '')), language)),
  );
  return named.flatMap(({ start, end }, i) => {
    const isLast = named[i + 1]?.start !== end + 1;
    const isFirst = named[i - 1]?.end !== start - 1;
    if (isLast && SAID_BEHIND.test(text.slice(end))) return [start];
    const role = isFirst && SAID_BEFORE.exec(text.slice(0, start))?.groups?.role;
    if (!role || SAYING.has(role.toLowerCase()) || small.has(role.toLowerCase())) return [];
    return [start];
  });
}

// Whoever a sentence begins with and does not name.
const PERSON =
  /^["“”'‘’«»„(\s]*(?:He|She|They|Er|Sie|Él|Ella|Ellos|Ellas|Il|Elle|Ils|Elles|Lui|Lei)\s/u;

/** Whether a sentence begins with somebody whose name stands before it. */
export const opensWithPerson = (text: string): boolean => PERSON.test(text);

// A body that acts without a name.
const COMMON_BODY =
  /(?<![\p{L}])(?:[Tt]he|[Dd]ie|[Dd]er|[Dd]as|[Ee]l|[Ll]a|[Ll]e) (?:city|council|company|state|government|ministry|bank|union|police|army|club|family|operator|agency|court|parliament|Stadt|Regierung|Polizei|Firma|Gemeinde|Bahn|Land|ayuntamiento|gobierno|policía|empresa|ville|mairie|gouvernement|entreprise)(?![\p{L}])/u;

/** A sentence that opens with somebody without a name. */
export const COMMON_PERSON =
  /^(?:An?|The|Two|Three|Four|Five|Several|Some|Ein|Eine|Un|Una|Une) (?:\p{Ll}+ )?(?:man|woman|boy|girl|cleaner|farmer|\p{Ll}+(?:er|or|ist|man|woman)s?|people|mann|frau|hombre|mujer|homme|femme)(?![\p{L}])/u;
