import type { Reading } from './candidates.ts';
import { eventsOf } from './events.ts';
import type { Grammar } from './grammar.ts';
import { bodyStart } from './headline.ts';
import { paragraphsOf } from './paragraphs.ts';
import { regionsOf } from './regions.ts';
import { tokensOf } from './tokens.ts';

/** Reads a text once for everything that looks for quotes and speakers in it. */
export function readingOf(text: string, title: string | null, grammar: Grammar): Reading {
  const paragraphs = paragraphsOf(text);
  const body = bodyStart(title, text, paragraphs);
  const regions = regionsOf(text, paragraphs).filter((region) => region.open >= body);
  const tokens = tokensOf(text, paragraphs, regions);
  const events = eventsOf(tokens, grammar);
  const eventStart: number[] = [];
  let e = 0;
  for (let s = 0; s <= tokens.sentenceStart.length; s++) {
    while (e < events.length && events[e]!.sentence < s) e++;
    eventStart.push(e);
  }
  return { text, paragraphs, regions, tokens, events, eventStart, grammar };
}
