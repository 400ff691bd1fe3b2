import type { Span } from '../text/span.ts';
import { firstSubject, type Phrase } from './clauses.ts';
import type { Event } from './events.ts';
import type { Grammar } from './grammar.ts';
import type { Region } from './regions.ts';
import { lastLetter, type Token, type Tokens } from './tokens.ts';

export type Reading = {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly regions: readonly Region[];
  readonly tokens: Tokens;
  readonly events: readonly Event[];
  /** For each sentence the index of its first event. */
  readonly eventStart: readonly number[];
  readonly grammar: Grammar;
};

export type Candidate = {
  readonly pattern: string;
  readonly subject: Phrase;
  readonly event: Event | undefined;
  readonly features: readonly string[];
};

export function bucket(n: number): string {
  return n <= 3 ? String(n) : n <= 5 ? '5' : n <= 8 ? '8' : n <= 14 ? '14' : n <= 25 ? '25' : '99';
}

/** What can be seen of a region without looking for a speaker. */
export function regionFeatures(r: Reading, index: number): string[] {
  const region = r.regions[index]!;
  const { list, sentenceStart, paragraphStart } = r.tokens;
  const t = r.tokens.ofRegion[index]!;
  const token = list[t]!;
  const inner = r.text.slice(region.start, region.end).trim();
  const words = inner.split(/\s+/);
  const n = words.length;
  const size = bucket(n);
  const out = ['bias', `n=${size}`];
  const first = /\p{L}/u.exec(inner)?.[0] ?? '';
  const upper = first !== first.toLowerCase();
  const lastChar = inner.at(-1) ?? '';
  const end = /[,]/.test(lastChar)
    ? 'comma'
    : /[.]/.test(lastChar)
      ? 'stop'
      : /[?!]/.test(lastChar)
        ? 'ask'
        : 'none';
  out.push(`cap=${upper}`, `end=${end}`, `cap=${upper} end=${end} n=${size}`);
  const capital = words.filter((w) => /^\P{L}*\p{Lu}/u.test(w)).length;
  if (n >= 2) out.push(`titlecase=${capital / n > 0.6} n=${size}`);
  if (
    /\b(?:I|I'm|I’m|we|you|me|my|our|us|your|We|You|My|Our|It|it's|it’s|don't|don’t|can't|can’t)\b/.test(
      inner,
    )
  )
    out.push('person');
  if (/\b(?:is|are|was|were|be|have|has|do|will|would|should|can|must)\b/.test(inner))
    out.push('verb');
  const before = list[t - 1];
  const after = list[t + 1];
  const sameBefore = before && before.sentence === token.sentence ? before : undefined;
  const sameAfter = after && after.sentence === token.sentence ? after : undefined;
  out.push(`b=${word(sameBefore, r.grammar)}`, `a=${word(sameAfter, r.grammar)}`);
  out.push(
    `b=${word(sameBefore, r.grammar)} n=${size}`,
    `a=${word(sameAfter, r.grammar)} n=${size}`,
  );
  out.push(`b=${word(sameBefore, r.grammar)} cap=${upper}`);
  const before2 = list[t - 2];
  if (sameBefore && before2 && before2.sentence === token.sentence)
    out.push(
      `bb=${word(before2, r.grammar)}`,
      `bb=${word(before2, r.grammar)} ${word(sameBefore, r.grammar)}`,
    );
  const alone = !sameBefore && !sameAfter;
  if (alone) out.push(`alone end=${end}`);
  const p = token.paragraph;
  if (paragraphStart[p] === t && paragraphStart[p + 1] === t + 1)
    out.push('wholeparagraph', `wholeparagraph n=${size}`);
  out.push(`ended=${region.ended}`);
  if (region.continues) out.push('continues');
  // The same words between marks elsewhere are a term, not an utterance.
  const s = token.sentence;
  const events = (r.eventStart[s + 1] ?? 0) - (r.eventStart[s] ?? 0);
  out.push(`events=${Math.min(3, events)}`);
  let regionsHere = 0;
  for (let i = sentenceStart[s]!; i < sentenceStart[s + 1]!; i++)
    if (list[i]!.kind === 'quote') regionsHere++;
  out.push(`regions=${Math.min(4, regionsHere)}`);
  for (let i = Math.max(sentenceStart[s]!, t - 6); i < t; i++)
    if (list[i]!.kind === 'word' && !list[i]!.cap) out.push(`near=${list[i]!.lower}`);
  for (let i = t + 1; i < Math.min(sentenceStart[s + 1]!, t + 4); i++)
    if (list[i]!.kind === 'word' && !list[i]!.cap) out.push(`next=${list[i]!.lower}`);
  return out;
}

function word(token: Token | undefined, g: Grammar): string {
  if (!token) return '-';
  if (token.kind === 'quote') return 'QUOTE';
  if (token.kind === 'punct') return token.text;
  if (token.cap) return g.pronouns.has(token.lower) ? 'PRON' : 'CAP';
  if (g.pronouns.has(token.lower)) return 'PRON';
  const verb = g.verb(token.lower);
  if (verb && verb.form !== 'base') return `V${verb.class}${verb.form}`;
  return token.lower;
}

/** Everybody who may have said the words of a region. `chain` is who was found for the regions before. */
export function candidatesFor(
  r: Reading,
  index: number,
  chain: readonly (Candidate | undefined)[],
): Candidate[] {
  const region = r.regions[index]!;
  const { list, sentenceStart, paragraphStart, ofRegion } = r.tokens;
  const t = ofRegion[index]!;
  const token = list[t]!;
  const s = token.sentence;
  const from = sentenceStart[s]!;
  const to = sentenceStart[s + 1]!;
  const inner = lastLetter(r.text, region.start, region.end);
  const endClass =
    inner === ',' ? ',' : inner === '.' ? '.' : inner === '?' || inner === '!' ? '?' : 'x';
  const first = /\p{L}/u.exec(r.text.slice(region.start, region.start + 12))?.[0] ?? '';
  const upper = first !== first.toLowerCase();
  const out: Candidate[] = [];
  const add = (pattern: string, subject: Phrase, event: Event | undefined, features: string[]) => {
    const head = list[subject.start]!;
    const isPron = subject.end - subject.start === 1 && r.grammar.pronouns.has(head.lower);
    const who = isPron
      ? head.lower === 'i' || head.lower === 'it' || head.lower === 'who' || head.lower === 'you'
        ? head.lower
        : 'pron'
      : hasCap(list, subject)
        ? 'cap'
        : r.grammar.determiners.has(head.lower)
          ? 'det'
          : 'low';
    const all = [
      `p=${pattern}`,
      `p=${pattern} who=${who}`,
      `p=${pattern} end=${endClass}`,
      `p=${pattern} up=${upper}`,
    ];
    if (event) {
      all.push(
        `p=${pattern} k=${event.kind}`,
        `k=${event.kind} c=${event.class}`,
        `p=${pattern} k=${event.kind} c=${event.class}`,
        `l=${event.lemma} ${pattern}`,
      );
    }
    for (const f of features) all.push(`${pattern}:${f}`);
    out.push({ pattern, subject, event, features: all });
  };

  const begin = r.eventStart[s]!;
  const stop = r.eventStart[s + 1]!;
  // To the left in the sentence, the nearest first.
  let rank = 0;
  const beforeToken = t > from ? list[t - 1]! : undefined;
  for (let e = stop - 1; e >= begin && rank < 5; e--) {
    const event = r.events[e]!;
    if (event.verb >= t || event.subject.start >= t) continue;
    const between = list.slice(event.verb + 1, t);
    const quotes = between.filter((x) => x.kind === 'quote').length;
    const gap = between.length;
    const lead =
      beforeToken!.text === ':'
        ? 'colon'
        : beforeToken!.text === ','
          ? 'comma'
          : beforeToken!.lower === 'that'
            ? 'that'
            : t - 1 === event.verb
              ? 'verb'
              : 'word';
    const features = [
      `rank=${rank}`,
      `gap=${bucket(gap)}`,
      `quotes=${Math.min(2, quotes)}`,
      `lead=${lead} rank=${rank}`,
      `lead=${lead} up=${upper} rank=${rank} k=${event.kind}`,
      `rank=${rank} k=${event.kind} c=${event.class}`,
    ];
    if (between[0]?.lower === 'that') features.push(`that rank=${rank}`);
    if (between.some((x) => x.text === ';')) features.push('semicolon');
    if (between.some((x) => x.text === ',')) features.push(`comma rank=${rank}`);
    if (out.length > 0 && sameSubject(out[out.length - 1]!.subject, event.subject))
      features.push('again');
    add('left', event.subject, event, features);
    rank++;
  }
  // To the right in the sentence.
  rank = 0;
  for (let e = begin; e < stop && rank < 4; e++) {
    const event = r.events[e]!;
    if (event.verb <= t) continue;
    if (event.subject.end <= t) {
      // A verb after the quote whose subject stands before it: X “…” said, or a participle.
      if (event.kind === 'before' && event.subject.end === t)
        add('around', event.subject, event, []);
      continue;
    }
    const near =
      Math.min(event.verb, event.subject.start) - t - 1 - (list[t + 1]?.text === ',' ? 1 : 0);
    let quotes = 0;
    for (let i = t + 1; i < event.verb; i++) if (list[i]!.kind === 'quote') quotes++;
    const features = [
      `rank=${rank}`,
      `near=${bucket(near)}`,
      `near=${bucket(near)} end=${endClass} k=${event.kind}`,
      `near=${bucket(near)} k=${event.kind} c=${event.class}`,
      `quotes=${Math.min(2, quotes)}`,
      `near=${bucket(near)} rank=${rank}`,
    ];
    if (list[t + 1]?.text === ',') features.push('aftercomma');
    add('right', event.subject, event, features);
    rank++;
  }
  // The next sentence, when the quote ends one: `…?” Trump asked.`
  if (
    t === to - 1 &&
    r.eventStart[s + 2] !== undefined &&
    list[to]?.paragraph === token.paragraph
  ) {
    const event = r.events[r.eventStart[s + 1]!];
    if (event && event.sentence === s + 1) {
      const near = Math.min(event.verb, event.subject.start) - t - 1;
      const ends = list[event.verb + 1];
      const closes = !ends || ends.sentence !== s + 1 || /^[.,:]$/.test(ends.text);
      if (near <= 1)
        add('next', event.subject, event, [
          `near=${bucket(near)} end=${endClass}`,
          `closes=${closes} end=${endClass} k=${event.kind}`,
        ]);
      else add('next', event.subject, event, [`near=${bucket(near)}`]);
    }
  }
  // The sentence before in the paragraph, when the quote begins one.
  const starts = t === from;
  const paragraphFirst = paragraphStart[token.paragraph]!;
  if (starts && from > paragraphFirst) {
    previous('previous', s - 1);
  } else if (starts && token.paragraph > 0) {
    previous('above', s - 1);
  }
  function previous(pattern: string, sentence: number): void {
    const a = sentenceStart[sentence]!;
    const b = sentenceStart[sentence + 1]!;
    const last = list[b - 1]!;
    const colon = last.text === ':' ? 'colon' : last.kind === 'quote' ? 'quote' : 'stop';
    const e1 = r.eventStart[sentence + 1]! - 1;
    const e0 = r.eventStart[sentence]!;
    let k = 0;
    const seen: Phrase[] = [];
    for (let e = e1; e >= e0 && k < 3; e--) {
      const event = r.events[e]!;
      if (seen.some((x) => sameSubject(x, event.subject))) continue;
      seen.push(event.subject);
      add(pattern, event.subject, event, [
        `${colon}`,
        `${colon} rank=${k}`,
        `${colon} k=${event.kind} c=${event.class}`,
        `whole=${t === to - 1} ${colon}`,
      ]);
      k++;
    }
    const subject = firstSubject(list, a, b, r.grammar);
    if (subject && !seen.some((x) => sameSubject(x, subject)))
      add(pattern + 'Subject', subject, undefined, [
        colon,
        `whole=${t === to - 1} ${colon}`,
        `seen=${k}`,
      ]);
  }
  // The one who spoke before.
  for (let back = index - 1, far = 0; back >= 0 && far < 3; back--, far++) {
    const known = chain[back];
    if (!known) continue;
    const other = list[ofRegion[back]!]!;
    const same = other.paragraph === token.paragraph;
    const apart = token.paragraph - other.paragraph;
    if (apart > 3) break;
    const sentences = s - other.sentence;
    const named = sameNameBetween(list, ofRegion[back]!, t);
    const where = same ? 'here' : apart === 1 ? 'above' : 'far';
    add('chain', known.subject, undefined, [
      where,
      `${where} sentences=${bucket(sentences)} starts=${starts}`,
      `${where} far=${far}`,
      `${where} starts=${starts} whole=${starts && t === to - 1}`,
      `${where} named=${named} starts=${starts}`,
      `${where} pattern=${known.pattern}`,
      `${where} open=${r.regions[back]!.ended === 'paragraph' && region.continues}`,
      `${where} para=${t === paragraphFirst}`,
    ]);
    break;
  }
  // The one who speaks next: a quote alone before another that is attributed.
  const following = r.regions[index + 1];
  if (following && t === to - 1) {
    const nt = ofRegion[index + 1]!;
    const nextToken = list[nt]!;
    const apart = nextToken.paragraph - token.paragraph;
    if (apart <= 1) {
      const fs = nextToken.sentence;
      for (let e = r.eventStart[fs]!; e < r.eventStart[fs + 1]!; e++) {
        const event = r.events[e]!;
        if (event.verb <= nt || event.subject.start <= nt) continue;
        const near = Math.min(event.verb, event.subject.start) - nt - 1;
        if (near > 1) break;
        add('forward', event.subject, event, [
          `apart=${apart}`,
          `apart=${apart} starts=${starts}`,
          `apart=${apart} next=${nextToken.sentence - s}`,
          `open=${region.ended === 'paragraph'}`,
        ]);
        break;
      }
    }
  }
  // No cue at all: whoever the sentence is about.
  if (!starts) {
    const subject = firstSubject(list, from, t, r.grammar);
    if (subject)
      add('subject', subject, undefined, [
        `gap=${bucket(t - subject.end)}`,
        `events=${Math.min(2, out.length)}`,
      ]);
    const mention = nearestName(list, t, from);
    if (mention)
      add('mention', mention, undefined, [
        `gap=${bucket(t - mention.end)}`,
        `events=${Math.min(2, out.length)}`,
      ]);
  }
  return out;
}

function sameSubject(a: Phrase, b: Phrase): boolean {
  return a.start === b.start;
}

function hasCap(list: readonly Token[], phrase: Phrase): boolean {
  for (let i = phrase.start; i < phrase.end; i++)
    if (list[i]!.cap && (i > phrase.start || list[i]!.sentence === list[i - 1]?.sentence))
      return true;
  return list[phrase.start]!.cap && phrase.end - phrase.start <= 2;
}

function sameNameBetween(list: readonly Token[], a: number, b: number): number {
  let count = 0;
  for (let i = a + 1; i < b && i < a + 200; i++)
    if (list[i]!.cap && list[i]!.kind === 'word') count++;
  return count > 6 ? 3 : count > 2 ? 2 : count > 0 ? 1 : 0;
}

function nearestName(list: readonly Token[], t: number, from: number): Phrase | undefined {
  for (let i = t - 1; i >= Math.max(from, t - 25); i--) {
    const token = list[i]!;
    if (token.kind !== 'word' || !token.cap) continue;
    let start = i;
    while (start > from && list[start - 1]!.kind === 'word' && list[start - 1]!.cap) start--;
    return { start, end: i + 1 };
  }
  return undefined;
}
