import type { Span } from '../text/span.ts';
import type { Event } from './event.ts';
import { eventsOf } from './events.ts';
import type { Grammar } from './grammar.ts';
import { bodyStart } from './headline.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Phrase } from './phrases.ts';
import { type Region, regionsOf } from './regions.ts';
import { type Token, type Tokens, tokensOf } from './tokens.ts';

/** A text read once for everything that looks for quotes and speakers in it. */
export type Reading = {
  readonly text: string;
  readonly grammar: Grammar;
  readonly paragraphs: readonly Span[];
  /** The quoted stretches of the body; those of headlines are left out. */
  readonly regions: readonly Region[];
  readonly tokens: Tokens;
  /** The first token of the body: capital words before it need be no names. */
  readonly bodyToken: number;
  /** In the order of their verbs. */
  readonly events: readonly Event[];
  /** How many quotes each name stands right beside with a verb of saying: who speaks in this text. */
  readonly standing: ReadonlyMap<string, number>;
};

export function readingOf(text: string, title: string | null, grammar: Grammar): Reading {
  const paragraphs = paragraphsOf(text);
  const body = bodyStart(title, text, paragraphs);
  const regions = regionsOf(text, paragraphs).filter((region) => region.open >= body);
  const tokens = tokensOf(text, paragraphs, regions);
  const events = eventsOf(tokens, grammar);
  const bodyToken = tokens.list.findIndex((token) => token.start >= body);
  return {
    text,
    grammar,
    paragraphs,
    regions,
    tokens,
    bodyToken: Math.max(0, bodyToken),
    events,
    standing: standingOf(tokens.list, events),
  };
}

function standingOf(list: readonly Token[], events: readonly Event[]): Map<string, number> {
  const standing = new Map<string, number>();
  for (const event of events) {
    const first = Math.min(event.verb, event.subject.start);
    const before = list[first - 1];
    const beside =
      before?.kind === 'quote' || (before?.text === ',' && list[first - 2]?.kind === 'quote');
    if (!beside) continue;
    const head = headOf(list, event.subject);
    standing.set(head, (standing.get(head) ?? 0) + 1);
  }
  return standing;
}

/** The word a mention is known by: its last capital word before a preposition, else its last word; lower case. */
export function headOf(list: readonly Token[], phrase: Phrase): string {
  let head = '';
  for (let i = phrase.start; i < phrase.end; i++) {
    const token = list[i]!;
    const owner = list[i + 1]?.lower;
    if (token.cap && owner !== "'s" && owner !== '’s') head = token.lower;
    else if (head !== '' && !token.cap) break;
  }
  return head || list[phrase.end - 1]!.lower;
}

/** Index of the first event whose verb stands at token `at` or later. */
export function firstEventFrom(events: readonly Event[], at: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle]!.verb < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
