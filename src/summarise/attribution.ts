// Verbs and phrases with which a reporter tells whose words these are.
const SAYS =
  /(?<![\p{L}])(?:said|says|say|saying|told|tells|telling|according to|stated|states|stating|announced|announces|announcing|claimed|claims|claiming|argued|argues|arguing|insisted|insists|alleged|alleges|alleging|allegedly|reportedly|reported|reports|reporting|warned|warns|warning|added|adds|adding|noted|notes|noting|stressed|stresses|stressing|emphasi[sz]ed|emphasi[sz]ing|confirmed|confirms|confirming|acknowledged|admitted|conceded|charged that|accused|accuses|accusing|denied|denies|denying|rejected|rejects|explained|wrote|writes|tweeted|posted|testified|declared|declares|asserted|asserts|suggested|suggests|predicted|predicts|expects|believes|believed|called|calls|makes it known|pointed out|underscored|reiterated|vowed|promised|promises|pledged|urged|urges|asked|asks|quoted|citing|in the words of|estimates?|estimated|laut|zufolge|nach angaben|sagte[n]?|sagt|erklärte[n]?|erklärt|teilte[n]? .{0,60} mit|betonte|warnte|behauptete|kündigte|berichtet[e]?|bestätigte|hieß es|según|dijo|dijeron|dice|afirm[óa]|afirmaron|asegur[óa]|señal[óa]|anunci[óa]|inform[óa]|explic[óa]|denunci[óa]|confirm[óa]|advirti[óo]|selon|d['’]après|a (?:dit|déclaré|affirmé|annoncé|indiqué|expliqué|assuré|ajouté|estimé)|ont (?:dit|déclaré|affirmé|annoncé|indiqué)|secondo|ha (?:detto|dichiarato|affermato|annunciato|spiegato)|segundo|disse|afirmou|volgens|zei|aldus)(?![\p{L}])/iu;

/** Whether the sentence itself says whose statement it carries. */
export function isAttributed(text: string): boolean {
  return SAYS.test(text);
}

const OPENING = '“„«';
const CLOSING = '”»';

/** Whether every quote mark in a sentence has its partner there. */
export function marksBalance(text: string): boolean {
  let open = 0;
  let straight = 0;
  for (const mark of text) {
    if (mark === '"') straight++;
    else if (mark === '“' && open > 0) open--;
    else if (OPENING.includes(mark)) open++;
    else if (CLOSING.includes(mark)) open--;
    if (open < 0) return false;
  }
  return open === 0 && straight % 2 === 0;
}

/**
 * For each paragraph of a text, where the words between quote marks stand, marks left out. A quote
 * that is not closed ends with its paragraph.
 */
export function spokenParts(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    const ends = c === undefined || c === '\n';
    if (
      start >= 0 &&
      (ends || CLOSING.includes(c) || c === '"' || (c === '“' && text[start - 1] === '„'))
    ) {
      if (i > start) parts.push({ start, end: i });
      start = -1;
    } else if (!ends && (OPENING.includes(c) || c === '"')) start = i + 1;
  }
  return parts;
}
