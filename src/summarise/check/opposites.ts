import { stemmerFor } from '../../text/words.ts';
import { regular } from '../irregular.ts';
import type { ReadWord } from './fold.ts';
import type { Support } from './support.ts';

// Words that turn a sentence around without a "no": one side each, a line a pair.
const PAIRS: Readonly<Record<string, string>> = {
  en: `allow permit authorise legalise / ban forbid prohibit bar block outlaw
    admit confirm acknowledge concede / deny reject dispute contest
    accept approve agree back support endorse welcome / reject oppose refuse condemn criticise decline
    rise raise increase grow climb jump gain soar surge / fall drop decline sink decrease slip plunge cut lower reduce
    open reopen / close shut
    start begin launch resume / stop end halt suspend cancel
    buy purchase / sell
    arrive enter join / leave quit
    succeed / fail
    survive / die
    convict guilty / acquit innocent
    largest biggest highest most / smallest lowest least
    strengthen / weaken
    widen / narrow`,
  de: `erlauben genehmigen zulassen / verbieten untersagen
    bestätigen einräumen zugeben / bestreiten dementieren zurückweisen
    annehmen zustimmen billigen unterstützen begrüßen / ablehnen verweigern kritisieren
    steigen erhöhen wachsen zunehmen / sinken fallen senken schrumpfen abnehmen
    öffnen / schließen
    beginnen starten / enden stoppen beenden
    kaufen / verkaufen`,
};

const known = new Map<string, readonly (readonly ReadonlySet<string>[])[]>();

function pairsIn(language: string | null): readonly (readonly ReadonlySet<string>[])[] {
  const code = (language ?? 'en').slice(0, 2).toLowerCase();
  const kept = known.get(code);
  if (kept) return kept;
  const stem = stemmerFor(code);
  const pairs = (PAIRS[code] ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) =>
      line.split('/').map(
        (side) =>
          new Set(
            side
              .trim()
              .split(/\s+/)
              .map((word) => regular(stem(word), code)),
          ),
      ),
    );
  known.set(code, pairs);
  return pairs;
}

/**
 * A word of the claim whose opposite stands in the sentence that says most of it, while neither it nor a word like it
 * stands in any that carries it: "allowed" for "banned". Where either side says no, nothing is known.
 */
export function opposite(
  words: readonly ReadWord[],
  { proofs }: Support,
  language: string | null,
): string | undefined {
  const claimed = new Set(words.map(({ stem }) => stem));
  const told = new Set(proofs.flatMap(({ stems }) => [...stems]));
  const [best] = proofs;
  if (!best) return undefined;
  const denied = new Set(best.denials.flat());
  const standsIn = (side: ReadonlySet<string>, stems: ReadonlySet<string>) =>
    [...side].some((stem) => stems.has(stem));
  for (const sides of pairsIn(language)) {
    for (const [at, side] of sides.entries()) {
      const other = sides[1 - at] ?? new Set<string>();
      if (!standsIn(side, claimed) || standsIn(side, told)) continue;
      if (standsIn(other, claimed) || !standsIn(other, best.stems) || standsIn(other, denied))
        continue;
      return [...side].find((stem) => claimed.has(stem));
    }
  }
  return undefined;
}
