// Counts in which share of stories each word stands and writes the common ones:
//   node test/quality/count-common-words.ts ../shared/data src/cluster/common-words.json
// Only counts of single stems are kept, of words that stand in at least five stories.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { termsOfArticle } from '../../src/cluster/terms.ts';
import { jsonLines } from './story-sets.ts';

type Text = { readonly title: string; readonly text: string };

const LEAST_STORIES = 5;
/** Shares are rounded to steps of a seventh: finer ones would change no decision. */
const STEP = Math.log(7 / 6);

const [dataDir = '../shared/data', target = 'src/cluster/common-words.json'] =
  process.argv.slice(2);
const stories: (readonly Text[])[] = [
  ...jsonLines<{ documents: Text[] }>(join(dataDir, 'summaries/multinews-dev100.jsonl')).map(
    ({ documents }) => documents,
  ),
  ...byStory('giveme5w1h'),
  ...byStory('ecbplus'),
  ...byStory('stream-fnc'),
];
const held = new Map<string, number>();
const shares = new Map<string, number>();
for (const texts of stories) {
  const counts = new Map<string, number>();
  for (const { title, text } of texts) {
    for (const word of termsOfArticle({ title, text, language: 'en', url: null }).words) {
      if (!word.includes(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  for (const [word, count] of counts) {
    held.set(word, (held.get(word) ?? 0) + 1);
    shares.set(word, (shares.get(word) ?? 0) + count / texts.length / stories.length);
  }
}
const lines = new Map<number, string[]>();
for (const [word, share] of [...shares].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
  if (held.get(word)! < LEAST_STORIES || !/^\p{L}+$/u.test(word)) continue;
  const step = Math.round(Math.exp(Math.round(Math.log(share * 10_000) / STEP) * STEP));
  lines.set(step, [...(lines.get(step) ?? []), word]);
}
const sorted = [...lines].sort((a, b) => b[0] - a[0]);
const json = Object.fromEntries(sorted.map(([share, words]) => [share, words.join(' ')]));
writeFileSync(target, `${JSON.stringify(json, null, 2)}\n`);
console.log(
  `${sorted.reduce((n, [, words]) => n + words.length, 0)} words of ${stories.length} stories`,
);

function byStory(name: string): Text[][] {
  const groups = new Map<string, Text[]>();
  for (const row of jsonLines<Text & { story: string }>(
    join(dataDir, 'stories', `${name}.jsonl`),
  )) {
    groups.set(row.story, [...(groups.get(row.story) ?? []), row]);
  }
  return [...groups.values()];
}
