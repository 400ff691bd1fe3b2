import { DAY } from '../lib/clock.ts';
import type { TenantId } from '../news/tenant.ts';
import type { Db } from '../store/schema.ts';
import { storiesBetween } from '../store/stories.ts';
import { functionWords } from '../text/function-words.ts';
import { wordsOf } from '../text/words.ts';

const MOST = 25;
const SHORTEST = 4;

/** Words of recent headlines that begin as typed, those of the most headlines first: what a digest may be about. */
export async function suggestTopics(
  from: { readonly db: Db; readonly tenant: TenantId; readonly now: Date },
  typed: string,
): Promise<string[]> {
  const begun = typed.trim().toLowerCase();
  const recent = await storiesBetween(from.db, from.tenant, {
    from: new Date(from.now.getTime() - 7 * DAY),
    to: from.now,
  });
  const stop = functionWords('en');
  const counts = new Map<string, { shown: string; count: number }>();
  for (const { title } of recent) {
    const words = new Map(wordsOf(title).map(({ text }) => [text.toLowerCase(), text]));
    for (const [word, text] of words) {
      if (word.length < SHORTEST || stop.has(word) || !/\p{L}/u.test(word)) continue;
      if (!word.startsWith(begun)) continue;
      const known = counts.get(word);
      if (known) known.count += 1;
      else counts.set(word, { shown: text, count: 1 });
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || a.shown.localeCompare(b.shown, 'en'))
    .slice(0, MOST)
    .map(({ shown }) => shown);
}
