import type { ReadWord } from './fold.ts';

// Words that turn around what they govern, folded. Verbs of denying count: "denied that" and "did not" say the same.
const LISTS: Readonly<Record<string, string>> = {
  en: `not no never none nobody nothing neither nor without cannot cant wont dont didnt doesnt isnt arent wasnt werent
    hasnt havent hadnt shouldnt wouldnt couldnt mustnt aint deny denies denied denying refuse refuses refused refusing
    decline declines declined declining reject rejects rejected rejecting fail fails failed failing lack lacks lacked
    lacking unable impossible hardly barely false untrue`,
  de: `nicht kein keine keinen keiner keinem keines nie niemals niemand niemanden nichts ohne weder bestreitet bestritt
    bestritten dementiert dementierte weigert weigerte verweigert verweigerte ablehnt abgelehnt lehnt lehnte lehnen lehnten weigern weigerten bestreiten dementieren dementierten`,
  es: 'no nunca ningun ninguna ninguno nadie nada jamas tampoco sin ni niega nego niegan negaron rechaza rechazan rechazo rechazaron desmiente desmienten desmintio desmintieron',
  fr: 'ne n pas aucun aucune jamais personne rien sans ni nie nient dement dementi refuse refusent rejette rejettent rejete conteste',
  it: 'non nessun nessuna nessuno mai niente nulla senza ne nega negano negato smentisce smentito respinge respinto rifiuta rifiutato',
  pt: 'nao nunca nenhum nenhuma ninguem nada jamais sem nem nega negou rejeita rejeitou',
  nl: 'niet geen nooit niemand niets zonder noch ontkent ontkende weigert weigerde',
};
const sets = new Map<string, ReadonlySet<string>>();

function negatorsOf(language: string | null): ReadonlySet<string> {
  const code = (language ?? 'en').slice(0, 2).toLowerCase();
  let set = sets.get(code);
  if (!set) {
    set = new Set((LISTS[code] ?? '').split(/\s+/).filter(Boolean));
    sets.set(code, set);
  }
  return set;
}

// What stands further behind is mostly told of something else; a claim is short, and its noes reach further.
const GOVERNED = { inSource: 3, inClaim: 6 };
const ENDS = /[,;:.!?–—()“”"„«»]/u;
const TURNS = new Set([
  'but',
  'sondern',
  'sino',
  'mais',
  'ma',
  'mas',
  'maar',
  'only',
  'nur',
  'just',
]);

// "Did not rule out", "never denied": the second no takes the first away.
const DENYING = /^(?:den(?:y|ies|ied|ying)|refus|declin|reject|fail|rul(?:e|es|ed|ing)$)/;
const PLAIN = /^(?:not|never|no|nobody|none|\p{L}+n'?t)$/u;

/** Whether the word at `i` says no, and no other takes that away; "ruled out" does with its first word. */
function negates(words: readonly ReadWord[], i: number, language: string | null): boolean {
  if (!isNo(words, i, language)) return false;
  const folded = (at: number) => words[at]?.folded ?? '';
  if (PLAIN.test(folded(i))) {
    return ![i + 1, i + 2].some((at) => DENYING.test(folded(at)) && isNo(words, at, language));
  }
  return !(DENYING.test(folded(i)) && [i - 1, i - 2].some((at) => PLAIN.test(folded(at))));
}

function isNo(words: readonly ReadWord[], i: number, language: string | null): boolean {
  const { folded } = words[i]!;
  if (/^rul(?:e|es|ed|ing)$/.test(folded)) return words[i + 1]?.folded === 'out';
  return negatorsOf(language).has(folded.replace(/'/g, ''));
}

/** Whether the words say no anywhere. */
export function saysNo(words: readonly ReadWord[], language: string | null): boolean {
  return words.some((_, i) => negates(words, i, language));
}

/** The places of the words that say no. */
export function noesAt(words: readonly ReadWord[], language: string | null): number[] {
  return words.flatMap((_, i) => (negates(words, i, language) ? [i] : []));
}

/** For each negation the stems of the content words that it governs: the next few behind it, within its clause. */
export function denialsIn(
  text: string,
  words: readonly ReadWord[],
  { language, where }: { readonly language: string | null; readonly where: keyof typeof GOVERNED },
): string[][] {
  return governed(text, words, {
    governs: (i) => negates(words, i, language),
    most: GOVERNED[where],
  });
}

const ALLEGES =
  /^(?:alleged(?:ly)?|alleges?|alleging|reportedly|purported(?:ly)?|accus(?:e|es|ed|ing)|claim(?:s|ed|ing)?|angeblich\p{L}{0,2}|mutma(?:ß|ss)lich\p{L}{0,2}|presunt[oaei]s?|presume?e?s?|supuest[oa]s?|supuestamente)$/u;

/** The stems of what is only alleged. */
export function allegedStems(text: string, words: readonly ReadWord[]): Set<string> {
  const runs = governed(text, words, {
    governs: (i) => ALLEGES.test(words[i]!.folded),
    most: GOVERNED.inSource,
  });
  return new Set(runs.flat());
}

// Behind a no these stand for nothing that could be shared: "denied that anybody had", "nobody had".
const ANYTHING = /^(?:any|some|every)(?:body|one|thing|where)$/;

function governed(
  text: string,
  words: readonly ReadWord[],
  { governs, most }: { readonly governs: (at: number) => boolean; readonly most: number },
): string[][] {
  const runs: string[][] = [];
  for (const [i, word] of words.entries()) {
    if (!governs(i)) continue;
    let { end } = word;
    const run: string[] = [];
    for (let j = i + 1; j < words.length && j <= i + 2 * most + 2 && run.length < most; j++) {
      const next = words[j]!;
      if (ENDS.test(text.slice(end, next.start)) || TURNS.has(next.folded)) break;
      if (!next.common && !next.capital && !ANYTHING.test(next.folded)) run.push(next.stem);
      end = next.end;
    }
    runs.push(run);
  }
  return runs;
}
