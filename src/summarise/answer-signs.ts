import { figuresOf } from './figures.ts';
import { regular } from './irregular.ts';
import type { QuestionKind } from './question.ts';
import type { Sentence } from './sentence.ts';
import { tokensOf } from './tokens.ts';

const TIME =
  /(?<![\p{L}])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may \d|june|july|august|september|october|november|december|today|tonight|yesterday|tomorrow|midnight|noon|morning|afternoon|evening|overnight|(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|fall|winter)|(?:hours?|days?|weeks?|months?|years?) (?:ago|later|earlier)|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|juni|juli|oktober|dezember|heute|gestern|morgen|nacht|abend|uhr|woche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|hoy|ayer|mañana|noche|semana|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|aujourd['’]hui|hier|demain|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|oggi|ieri|domani)(?![\p{L}])|(?<!\p{N})(?:19|20)\d\d(?!\p{N})|\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m|p\.?m|uhr)|\d{1,2}:\d\d/iu;
const PLACE =
  /(?<![\p{L}])(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|[Tt]o|[Oo]n|[Oo]ff|[Ii]nside|[Aa]long|[Bb]eneath|[Uu]nder|[Aa]cross|[Aa]round|[Bb]ehind|[Bb]etween|[Tt]hrough|[Nn]orth of|[Ss]outh of|[Ee]ast of|[Ww]est of|[Ii]m|[Aa]m|[Bb]ei|[Nn]ach|[Aa]us|[Vv]or|[Ee]n|[Dd]esde|[Cc]erca de|[Àà]|[Dd]ans|[Cc]hez|[Pp]rès de|[Aa]|[Nn]el|[Nn]ella|[Dd]a|[Pp]resso)\s(?:(?:the|a|an|its|his|her|their|der|dem|den|la|el|le|les|los|las|il|lo|un|una|une)\s)?(?:\p{L}+\s){0,2}?\p{Lu}/u;
const COMMON_PLACE =
  /(?<![\p{L}])(?:in|at|near|outside|from|on|inside|under|behind|beneath|along|off) (?:the|a|an|its|his|her|their) \p{Ll}+/u;
const REASON =
  /(?<![\p{L}])(?:because|because of|due to|owing to|since (?!last|then|the start|early|late|\d|\p{Lu})|after|as a result of|caused by|cause[sd]?|following|saying|said that|arguing|amid|in response to|in protest|so that|in order to|led to|prompted|blamed?|thanks to|reason|citing|triggered|sparked|forced|for fear|failed|weil|wegen|da|aufgrund|nachdem|damit|um|denn|grund|ursache|porque|debido a|por|tras|a causa de|para|parce que|car|en raison de|à cause de|après|afin|perché|a causa di|dopo|per)(?![\p{L}])/iu;

const AGE =
  /\baged? \d|\d[- ]years?[- ]old|(?<=\p{L}), \d{1,3},|\d years? (?:old|ago)|built in \d|\d Jahre alt|\d-jährig|de \d{1,3} años|\d{1,3} ans|\d{1,3} anni|(?<!\d)1\d{3}(?!\d)/iu;

/** The question's words as stems: all of them, what is counted, and whether an amount is asked for. */
export type Asked = {
  readonly stems: ReadonlySet<string>;
  readonly counted: string | null;
  readonly amount: boolean;
};

/** Whether the sentence holds the kind of thing asked for. */
export function holdsKind(kind: QuestionKind, sentence: Sentence, asked: Asked): boolean {
  const { text, tokens } = sentence;
  if (kind === 'when') return TIME.test(text);
  if (kind === 'where') return PLACE.test(text) || COMMON_PLACE.test(text);
  if (kind === 'how-old') return AGE.test(text);
  if (kind === 'why') return REASON.test(text);
  if (kind === 'how-many') return countsAsked(sentence, asked);
  if (kind === 'who') {
    return (
      tokens.some(
        (t, i) =>
          !t.common &&
          !asked.stems.has(regular(t.stem, sentence.language)) &&
          (i === 0 || t.capital),
      ) || COMMON_PERSON.test(text)
    );
  }
  return true;
}

const COMMON_PERSON = /^(?:An?|The|Two|Three|Four|Five|Several|Some|Ein|Eine|Un|Una|Une) \p{Ll}/u;

// How far from a figure a word of the question may stand and still be what it counts.
const NEAR = 44;
const SPAN_OF_TIME =
  /^(?:year|month|week|day|hour|minute|second|jahr|monat|woche|tag|stunde|minute|año|mes|semana|día|hora|an|ans|année|mois|jour|heure|anno|anni|mese|mesi|giorn|or[ae])/;

function countsAsked(
  { text, language, tokens }: Sentence,
  { stems, counted, amount }: Asked,
): boolean {
  const holdsCounted =
    counted !== null && tokens.some((t) => regular(t.stem, language) === counted);
  return figuresOf(text, language).some(({ start, end, unit }) => {
    if (amount && SPAN_OF_TIME.test(unit ?? '')) return false;
    const around = text.slice(Math.max(0, start - NEAR), end + NEAR).toLowerCase();
    const near = tokens.filter(
      (t) =>
        stems.has(regular(t.stem, language)) &&
        around.includes(t.stem.slice(0, Math.max(3, t.stem.length - 1))),
    );
    // The noun right behind the figure, or where it stands nowhere, another word of the question near it.
    if (holdsCounted) {
      const behind = /^[^,;.:]{0,40}?(?=[,;.:]|\sand\s|\sund\s|\sy\s|\set\s|\se\s|$)/u.exec(
        text.slice(end, end + 40),
      );
      const words = tokensOf(behind?.[0] ?? '', language);
      return words.some((t) => regular(t.stem, language) === counted);
    }
    return near.length >= (unit === null ? 2 : 1);
  });
}
