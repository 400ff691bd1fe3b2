import { figuresOf } from './figures.ts';
import type { QuestionKind } from './question.ts';
import type { Sentence } from './sentence.ts';

const TIME =
  /(?<![\p{L}])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may \d|june|july|august|september|october|november|december|today|tonight|yesterday|tomorrow|midnight|noon|morning|afternoon|evening|overnight|(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|fall|winter)|(?:hours?|days?|weeks?|months?|years?) (?:ago|later|earlier)|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|juni|juli|oktober|dezember|heute|gestern|morgen|nacht|abend|uhr|woche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|hoy|ayer|mañana|noche|semana|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|aujourd['’]hui|hier|demain|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|oggi|ieri|domani)(?![\p{L}])|(?<!\p{N})(?:19|20)\d\d(?!\p{N})|\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m|p\.?m|uhr)|\d{1,2}:\d\d/iu;
const PLACE =
  /(?<![\p{L}])(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|[Tt]o|[Oo]n|[Oo]ff|[Ii]nside|[Aa]long|[Bb]eneath|[Uu]nder|[Aa]cross|[Aa]round|[Bb]ehind|[Bb]etween|[Tt]hrough|[Nn]orth of|[Ss]outh of|[Ee]ast of|[Ww]est of|[Ii]m|[Aa]m|[Bb]ei|[Nn]ach|[Aa]us|[Vv]or|[Ee]n|[Dd]esde|[Cc]erca de|[Àà]|[Dd]ans|[Cc]hez|[Pp]rès de|[Aa]|[Nn]el|[Nn]ella|[Dd]a|[Pp]resso)\s(?:(?:the|a|an|its|his|her|their|der|dem|den|la|el|le|les|los|las|il|lo|un|una|une)\s)?(?:\p{L}+\s){0,2}?\p{Lu}/u;
const COMMON_PLACE =
  /(?<![\p{L}])(?:in|at|near|outside|from|on|inside|under|behind|beneath|along|off) (?:the|a|an|its|his|her|their) \p{Ll}+/u;
const REASON =
  /(?<![\p{L}])(?:because|because of|due to|owing to|since|after|as a result of|caused by|cause[sd]?|following|over|amid|in response to|in protest|so that|in order to|led to|prompted|blamed?|thanks to|reason|citing|triggered|sparked|forced|for fear|failed|weil|wegen|da|aufgrund|nachdem|damit|um|denn|grund|ursache|porque|debido a|por|tras|a causa de|para|parce que|car|en raison de|à cause de|après|afin|perché|a causa di|dopo|per)(?![\p{L}])/iu;

/** Whether the sentence holds the kind of thing asked for; `asked` are the question's stems, `counted` what is counted. */
export function holdsKind(
  kind: QuestionKind,
  sentence: Sentence,
  asked: ReadonlySet<string>,
  counted: string | null,
): boolean {
  const { text } = sentence;
  if (kind === 'when') return TIME.test(text);
  if (kind === 'where') return PLACE.test(text) || COMMON_PLACE.test(text);
  if (kind === 'why') return REASON.test(text);
  if (kind === 'who')
    return sentence.tokens.some(
      (t, i) =>
        t.capital && !t.common && !asked.has(t.stem) && (i > 0 || !/^\p{Lu}\p{Ll}+s\b/u.test(text)),
    );
  if (kind === 'how-many') return countsAsked(sentence, asked, counted);
  return true;
}

// How far from a figure a word of the question may stand and still be what it counts.
const NEAR = 44;

function countsAsked(
  sentence: Sentence,
  asked: ReadonlySet<string>,
  counted: string | null,
): boolean {
  const { text, language, tokens } = sentence;
  return figuresOf(text, language).some(({ start, end, unit }) => {
    const around = text.slice(Math.max(0, start - NEAR), end + NEAR).toLowerCase();
    const near = tokens.filter(
      (t) => asked.has(t.stem) && around.includes(t.stem.slice(0, Math.max(3, t.stem.length - 1))),
    );
    // The noun itself, or else two other words of the question, stand around the figure.
    if (counted !== null && near.some((t) => t.stem === counted)) return true;
    return (
      near.length >= (unit === null ? 2 : 1) && !(counted && tokens.some((t) => t.stem === counted))
    );
  });
}
