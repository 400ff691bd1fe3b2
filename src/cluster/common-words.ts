import json from './common-words.json' with { type: 'json' };

/** In which share of all stories a word stands, by its stem. */
export type CommonWords = ReadonlyMap<string, number>;

/** Each line of the file is a share in one of 10,000 stories and the words that stand in about that many. */
export function readCommonWords(lines: Readonly<Record<string, string>> = json): CommonWords {
  const shares = new Map<string, number>();
  for (const [share, words] of Object.entries(lines)) {
    for (const word of words.split(' ')) shares.set(word, Number(share) / 10_000);
  }
  return shares;
}

/** A word that is not in the list stands in hardly any story. */
export function shareOf(common: CommonWords, word: string): number {
  return common.get(word) ?? 0;
}
