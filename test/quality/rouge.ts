// ROUGE as google-research's `rouge_score` defines it: lower case, runs of [a-z0-9], Porter stems of
// words longer than three letters (the NLTK variant of Porter), clipped n-gram overlap, F1.

type Score = { readonly precision: number; readonly recall: number; readonly f1: number };

const vowels = 'aeiou';

function isConsonant(word: string, i: number): boolean {
  const letter = word[i] as string;
  if (vowels.includes(letter)) return false;
  return letter !== 'y' || i === 0 || !isConsonant(word, i - 1);
}

/** Porter's m: how often a run of vowels is followed by a run of consonants. */
function measureOf(stem: string): number {
  let shape = '';
  for (let i = 0; i < stem.length; i++) shape += isConsonant(stem, i) ? 'c' : 'v';
  return (shape.match(/v+c+/g) ?? []).length;
}

function hasVowel(stem: string): boolean {
  for (let i = 0; i < stem.length; i++) if (!isConsonant(stem, i)) return true;
  return false;
}

function endsShort(word: string): boolean {
  const n = word.length;
  if (n === 2) return !isConsonant(word, 0) && isConsonant(word, 1);
  return (
    n > 2 &&
    isConsonant(word, n - 3) &&
    !isConsonant(word, n - 2) &&
    isConsonant(word, n - 1) &&
    !'wxy'.includes(word[n - 1] as string)
  );
}

const irregular = new Map(
  Object.entries({
    sky: ['sky', 'skies'],
    die: ['dying'],
    lie: ['lying'],
    tie: ['tying'],
    news: ['news'],
    inning: ['innings', 'inning'],
    outing: ['outings', 'outing'],
    canning: ['cannings', 'canning'],
    howe: ['howe'],
    proceed: ['proceed'],
    exceed: ['exceed'],
    succeed: ['succeed'],
  }).flatMap(([stem, words]) => words.map((word) => [word, stem] as const)),
);

type Rule = readonly [suffix: string, by: string];

/** The first rule whose suffix fits decides, whether or not its condition lets it act. */
function replaceSuffix(word: string, rules: readonly Rule[], may: (stem: string) => boolean) {
  for (const [suffix, by] of rules) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, word.length - suffix.length);
    return may(stem) ? stem + by : word;
  }
  return word;
}

const parse = (text: string): Rule[] =>
  text.split(' ').map((pair) => pair.split(':') as [string, string]);
const step2 = parse(
  'ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ' +
    'ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble fulli:ful',
);
const step3 = parse('icate:ic ative: alize:al iciti:ic ical:ic ful: ness:');
const step4 = parse('al: ance: ence: er: ic: able: ible: ant: ement: ment: ent:');
const step4b = parse('ou: ism: ate: iti: ous: ive: ize:');

function pluralsOff(word: string): string {
  if (word.endsWith('ies')) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith('sses')) return word.slice(0, -2);
  return word.endsWith('ss') || !word.endsWith('s') ? word : word.slice(0, -1);
}

function participlesOff(word: string): string {
  if (word.endsWith('ied')) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith('eed')) return measureOf(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = ['ed', 'ing'].find((s) => word.endsWith(s) && hasVowel(word.slice(0, -s.length)));
  if (!suffix) return word;
  const stem = word.slice(0, -suffix.length);
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  const last = stem.at(-1) as string;
  const isDouble = stem.length > 1 && last === stem.at(-2) && isConsonant(stem, stem.length - 1);
  if (isDouble) return 'lsz'.includes(last) ? stem : stem.slice(0, -1);
  return measureOf(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function derivationsOff(word: string): string {
  const some = (stem: string) => measureOf(stem) > 0;
  if (word.endsWith('alli') && some(word.slice(0, -4))) return derivationsOff(word.slice(0, -2));
  if (word.endsWith('logi') && !step2.some(([s]) => word.endsWith(s)))
    return some(word.slice(0, -3)) ? word.slice(0, -1) : word;
  return replaceSuffix(word, step2, some);
}

function endingsOff(word: string): string {
  const long = (stem: string) => measureOf(stem) > 1;
  if (step4.some(([s]) => word.endsWith(s))) return replaceSuffix(word, step4, long);
  if (word.endsWith('ion'))
    return replaceSuffix(word, [['ion', '']], (s) => long(s) && /[st]$/.test(s));
  return replaceSuffix(word, step4b, long);
}

/** Porter's stem of a lower-case word, in NLTK's extended variant. */
function porterStem(word: string): string {
  const known = irregular.get(word);
  if (known) return known;
  if (word.length <= 2) return word;
  let w = participlesOff(pluralsOff(word));
  if (w.endsWith('y') && w.length > 2 && isConsonant(w, w.length - 2)) w = `${w.slice(0, -1)}i`;
  w = derivationsOff(w);
  w = replaceSuffix(w, step3, (stem) => measureOf(stem) > 0);
  w = endingsOff(w);
  if (w.endsWith('e')) {
    const stem = w.slice(0, -1);
    const m = measureOf(stem);
    if (m > 1 || (m === 1 && !endsShort(stem))) w = stem;
  }
  return w.endsWith('ll') && measureOf(w.slice(0, -1)) > 1 ? w.slice(0, -1) : w;
}

const stems = new Map<string, string>();

/** The stemmed tokens of a text. */
export function rougeTokens(text: string): string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((token) => {
    if (token.length <= 3) return token;
    let stem = stems.get(token);
    if (stem === undefined) {
      stem = porterStem(token);
      stems.set(token, stem);
    }
    return stem;
  });
}

function counts(tokens: readonly string[], n: number): Map<string, number> {
  const grams = new Map<string, number>();
  for (let i = 0; i + n <= tokens.length; i++) {
    const gram = tokens.slice(i, i + n).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** ROUGE-n of two token lists, each part between 0 and 1. */
export function rougeN(candidate: readonly string[], reference: readonly string[], n: number) {
  const wanted = counts(reference, n);
  let overlap = 0;
  for (const [gram, count] of counts(candidate, n)) {
    overlap += Math.min(count, wanted.get(gram) ?? 0);
  }
  const precision = overlap / Math.max(1, candidate.length - n + 1);
  const recall = overlap / Math.max(1, reference.length - n + 1);
  const sum = precision + recall;
  return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 } satisfies Score;
}
