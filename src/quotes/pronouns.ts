import { type Identity, meaning, NOBODY } from './identity.ts';
import { capitalRuns } from './names.ts';
import { type People, personCalled } from './people.ts';
import type { Phrase } from './phrases.ts';
import type { Reading } from './reading.ts';
import { firstSubject } from './subjects.ts';

/** Somebody who was said to speak, and where. */
export type Source = { readonly at: number; readonly identity: Identity };

/**
 * Whom a later pronoun can mean, in the order of the text: who is said to speak, and whom a whole sentence is about. Those that
 * are only spoken of, as in "she said that Averill had called", are none of them.
 */
export function mentionsOf(r: Reading): Phrase[] {
  const { list, sentenceStart } = r.tokens;
  const mentions: Phrase[] = [];
  for (const event of r.events) {
    const speaks = ['say', 'write', 'call'].includes(event.class);
    if (event.verb >= r.bodyToken && speaks && !['noun', 'shared', 'passive'].includes(event.kind))
      mentions.push(event.subject);
  }
  for (let s = list[r.bodyToken]?.sentence ?? 0; s + 1 < sentenceStart.length; s++) {
    const topic = firstSubject(list, sentenceStart[s]!, sentenceStart[s + 1]!, r.grammar);
    if (topic) mentions.push(topic);
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** he, she: the nearest earlier source that can be meant. */
export function earlierSource(
  r: Reading,
  people: People,
  sources: readonly Source[],
  at: number,
  gender: 'he' | 'she',
): Identity {
  const { list, paragraphStart } = r.tokens;
  const paragraph = list[at]!.paragraph;
  let unsure: Source | undefined;
  for (let i = sources.length - 1; i >= Math.max(0, sources.length - 40); i--) {
    const source = sources[i]!;
    if (source.at >= at) continue;
    const apart = paragraph - list[source.at]!.paragraph;
    if (apart > 8 || (unsure && apart > 0)) break;
    if (source.identity.gender === gender) return source.identity;
    // Somebody whose name does not tell gives way to somebody near whose name does.
    if (source.identity.gender === undefined && source.identity.person) unsure ??= source;
  }
  if (unsure) return unsure.identity;
  // Nobody spoke yet: whom the sentences before were about.
  const floor = Math.max(paragraphStart[Math.max(0, paragraph - 1)]!, at - 300);
  for (const run of capitalRuns(list, floor, at).reverse()) {
    if (list[run.start]!.sentence === list[at]!.sentence) continue;
    const person = personCalled(people, list, run);
    if (person?.gender === gender) return meaning(person);
  }
  return NOBODY;
}
