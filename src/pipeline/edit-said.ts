import type { StoryId } from '../news/story.ts';
import { splitSentences } from '../text/sentences.ts';
import type { ShownItem } from './edit-items.ts';

/** Texts of a post in the language it is read in, by their original. */
export type Said = ReadonlyMap<string, string>;

/**
 * The words by which a post shows a sentence of ours: its own, or those of its translation; its own again where the
 * text it belongs to is shown translated, and which sentence of that it became cannot be told. Undefined where the post
 * does not show it.
 */
export function shownAs(
  sentence: string,
  said: Said,
  shows: (text: string) => boolean,
): string | undefined {
  if (shows(sentence)) return sentence;
  for (const [original, translated] of said) {
    if (!original.includes(sentence) || !shows(translated)) continue;
    if (original === sentence) return translated;
    const sentences = sentencesOf(original);
    const own = sentencesOf(translated);
    // Each sentence is translated by itself, in the same order; where two became one nobody can tell.
    const at = own.length === sentences.length ? sentences.indexOf(sentence) : -1;
    return own[at] ?? sentence;
  }
  return undefined;
}

const sentencesOf = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** An item with the words that a post now shows it in; as it was where the post shows none but its own. */
export function toldIn(item: ShownItem, said: ReadonlyMap<StoryId, Said> | undefined): ShownItem {
  const own = said?.get(item.story);
  return own ? { ...item, said: [...own] } : item;
}
