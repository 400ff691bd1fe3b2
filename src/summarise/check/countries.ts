import { nameParts } from './names.ts';

// Names that do not begin as their country does, folded.
const OTHERWISE: Readonly<Record<string, string>> = {
  ...{ french: 'FR', france: 'FR', dutch: 'NL', greek: 'GR', greece: 'GR', swiss: 'CH' },
  ...{ danish: 'DK', spanish: 'ES', spaniards: 'ES', polish: 'PL', turkish: 'TR', welsh: 'GB' },
  ...{
    british: 'GB',
    britain: 'GB',
    uk: 'GB',
    britisch: 'GB',
    britische: 'GB',
    us: 'US',
    usa: 'US',
  },
  ...{ american: 'US', americans: 'US', america: 'US', amerikanisch: 'US', amerikanische: 'US' },
  ...{
    estadounidense: 'US',
    americain: 'US',
    americaine: 'US',
    statunitense: 'US',
    grossbritannien: 'GB',
  },
  ...{ franzosisch: 'FR', franzosische: 'FR', frances: 'FR', francesa: 'FR', francais: 'FR' },
  ...{
    francese: 'FR',
    francaise: 'FR',
    spanisch: 'ES',
    spanische: 'ES',
    espanol: 'ES',
    espagnol: 'ES',
  },
  ...{
    turkisch: 'TR',
    turkische: 'TR',
    aleman: 'DE',
    alemana: 'DE',
    allemand: 'DE',
    tedesco: 'DE',
  },
  ...{ eeuu: 'US', uno: 'UN', onu: 'UN', un: 'UN', ue: 'EU', eu: 'EU' },
};
const ENDING = /(?:land|reich|ien|ia|ie|as|a|e|y|o)$/u;
const SHORTEST = 4;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const known = new Map<string, readonly (readonly [stem: string, code: string])[]>();

/** The beginnings of the one-word country names of a language, as ICU gives them, with their ISO codes. */
function stemsOf(language: string): readonly (readonly [string, string])[] {
  const kept = known.get(language);
  if (kept) return kept;
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const stems: [string, string][] = [];
  for (const a of LETTERS) {
    for (const b of LETTERS) {
      const parts = nameParts(names.of(a + b) ?? '');
      const stem = parts[0]?.replace(ENDING, '') ?? '';
      if (parts.length === 1 && stem.length >= SHORTEST) stems.push([stem, a + b]);
    }
  }
  known.set(language, stems);
  return stems;
}

/** The country that a word names, or whose people or things it tells of, by its ISO code. */
export function countryOf(
  { folded, text }: { readonly folded: string; readonly text: string },
  language: string,
): string | undefined {
  // "us" and the French "un" are small words, US and UN are not.
  const other = folded.length > 3 || !/\p{Ll}/u.test(text) ? OTHERWISE[folded] : undefined;
  if (other) return other;
  return stemsOf(language).find(
    ([stem]) => folded.startsWith(stem) && folded.length - stem.length <= 7,
  )?.[1];
}
