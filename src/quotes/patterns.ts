import { type Candidate, candidate, type Scene, sceneOf } from './candidates.ts';
import type { Phrase } from './phrases.ts';
import { firstEventFrom, type Reading } from './reading.ts';
import { isLabelled } from './region-features.ts';
import { sizeOf } from './shapes.ts';
import { firstSubject } from './subjects.ts';
import type { Token } from './tokens.ts';

/** Who was found for the quotes before. */
type Chain = readonly (Candidate | undefined)[];

/** Events farther from a quote than this are not looked at: longer sentences cost no more. */
const REACH = 120;

/** Everybody who may have said the words of a quote, one function for each way of attributing. */
export function candidatesFor(r: Reading, index: number, chain: Chain): Candidate[] {
  // A line of a transcript says itself whose it is, and no name around it does.
  if (isLabelled(r, index)) return [];
  const scene = sceneOf(r, index);
  const told = [
    ...before(scene),
    ...after(scene),
    ...next(scene),
    ...earlier(scene),
    ...chained(scene, chain),
    ...forward(scene),
  ];
  return [...told, ...topic(scene, told.length), ...nearestName(scene, told.length)];
}

const TURNS = new Set(
  'but and while because who which when after before as although where if'.split(' '),
);

/** X said, “…”; X told Y that he was “…”: the events to the left in the sentence, the nearest first. */
function before(scene: Scene): Candidate[] {
  const { r, t, from } = scene;
  const { list } = r.tokens;
  const out: Candidate[] = [];
  const lead = list[t - 1];
  let rank = 0;
  let last: number | undefined;
  for (let e = firstEventFrom(r.events, t) - 1; e >= 0 && rank < 5; e--) {
    const event = r.events[e]!;
    if (event.verb < from || t - event.verb > REACH) break;
    if (event.subject.start >= t || !lead) continue;
    const gap = sizeOf(t - event.verb - 1);
    const between = list.slice(event.verb + 1, t);
    const quotes = Math.min(2, between.filter((token) => token.kind === 'quote').length);
    const opening =
      lead.text === ':'
        ? 'colon'
        : lead.text === ','
          ? 'comma'
          : lead.lower === 'that'
            ? 'that'
            : t - 1 === event.verb
              ? 'verb'
              : 'word';
    const form = r.grammar.verb(list[event.verb]!.lower)?.form;
    const tail = list[event.subject.end - 1]!;
    const features = [
      `rank=${rank}`,
      `gap=${gap}`,
      `quotes=${quotes}`,
      `lead=${opening} rank=${rank}`,
      `lead=${opening} up=${scene.upper} rank=${rank} k=${event.kind}`,
      `rank=${rank} k=${event.kind} c=${event.class}`,
      `form=${form} rank=${rank} gap=${gap}`,
      `tail=${tail.cap ? 'cap' : r.grammar.pronouns.has(tail.lower) ? 'pron' : 'low'} end=${list[event.verb]!.lower.at(-1)}`,
    ];
    const turn = between.find((token) => token.kind === 'word' && TURNS.has(token.lower));
    if (turn) features.push(`turn=${turn.lower} rank=${rank}`);
    if (between[0]?.lower === 'that') features.push(`that rank=${rank}`);
    if (between.some((token) => token.text === ';')) features.push('semicolon');
    if (between.some((token) => token.text === ',')) features.push(`comma rank=${rank}`);
    if (last === event.subject.start) features.push('again');
    out.push(...candidate(scene, 'before', event.subject, event, features));
    if ((event.kind === 'participle' || event.kind === 'shared') && rank < 2) {
      const main = firstSubject(list, from, event.verb, r.grammar);
      if (main && main.start !== event.subject.start)
        out.push(...candidate(scene, 'main', main, event, features));
    }
    last = event.subject.start;
    rank++;
  }
  return out;
}

/** “…,” X said; “…,” said X; “…,” according to X: the events to the right in the sentence. */
function after(scene: Scene): Candidate[] {
  const { r, t, to } = scene;
  const { list } = r.tokens;
  const out: Candidate[] = [];
  const comma = list[t + 1]?.text === ',' ? 1 : 0;
  const start = firstEventFrom(r.events, t + 1);
  let rank = 0;
  let told = false;
  for (let e = start; e < r.events.length && e < start + 8 && rank < 4; e++) {
    const event = r.events[e]!;
    if (event.verb >= to || event.verb - t > REACH) break;
    if (event.subject.end <= t) {
      if (event.kind === 'before' && event.subject.end === t)
        out.push(...candidate(scene, 'around', event.subject, event, []));
      continue;
    }
    const near = sizeOf(Math.max(0, Math.min(event.verb, event.subject.start) - t - 1 - comma));
    // “…,” he told them, according to two who were there: they heard it, he said it.
    if (told && event.kind === 'source') continue;
    told ||= near === '0' && (event.kind === 'before' || event.kind === 'inverted');
    let quotes = 0;
    for (let i = t + 1; i < event.verb; i++) if (list[i]!.kind === 'quote') quotes++;
    const features = [
      `rank=${rank}`,
      `near=${near}`,
      `near=${near} end=${scene.end} k=${event.kind}`,
      `near=${near} k=${event.kind} c=${event.class}`,
      `quotes=${Math.min(2, quotes)}`,
      `near=${near} rank=${rank}`,
    ];
    if (comma) features.push('comma');
    out.push(...candidate(scene, 'after', event.subject, event, features));
    rank++;
  }
  return out;
}

/** “…?” X asked. The quote closes its sentence, and the next one only says who spoke. */
function next(scene: Scene): Candidate[] {
  const { r, t, to, token } = scene;
  const { list } = r.tokens;
  if (t !== to - 1 || list[to]?.paragraph !== token.paragraph) return [];
  const event = r.events[firstEventFrom(r.events, to)];
  if (!event || event.sentence !== token.sentence + 1) return [];
  const near = sizeOf(Math.max(0, Math.min(event.verb, event.subject.start) - t - 1));
  const tail = list[event.verb + 1];
  const closes = !tail || tail.sentence !== event.sentence || /^[.,:]$/.test(tail.text);
  const features = [`near=${near} end=${scene.end}`];
  if (near === '0' || near === '1')
    features.push(`closes=${closes} end=${scene.end} k=${event.kind}`);
  return candidate(scene, 'next', event.subject, event, features);
}

/** X explained it. “…” The quote begins a sentence, and the one before tells of somebody. */
function earlier(scene: Scene): Candidate[] {
  const { r, token, from, starts } = scene;
  const { list, sentenceStart, paragraphStart } = r.tokens;
  if (!starts || token.sentence === 0) return [];
  const above = from === paragraphStart[token.paragraph];
  const sentence = token.sentence - 1;
  const first = sentenceStart[sentence]!;
  const last = list[from - 1]!;
  const ending = last.text === ':' ? 'colon' : last.kind === 'quote' ? 'quote' : 'stop';
  const out: Candidate[] = [];
  const seen = new Set<number>();
  for (let e = firstEventFrom(r.events, from) - 1; e >= 0 && seen.size < 3; e--) {
    const event = r.events[e]!;
    if (event.verb < first || from - event.verb > REACH) break;
    if (seen.has(event.subject.start)) continue;
    const k = seen.size;
    seen.add(event.subject.start);
    const features = [
      ending,
      `${ending} rank=${k}`,
      `${ending} k=${event.kind} c=${event.class}`,
      `whole=${scene.whole} ${ending}`,
    ];
    out.push(...candidate(scene, above ? 'above' : 'previous', event.subject, event, features));
  }
  const subject = firstSubject(list, first, from, r.grammar);
  if (subject && !seen.has(subject.start)) {
    const features = [ending, `whole=${scene.whole} ${ending}`, `seen=${seen.size}`];
    out.push(
      ...candidate(scene, above ? 'above-topic' : 'previous-topic', subject, undefined, features),
    );
  }
  return out;
}

/** “…,” X said. “…” The one who spoke last goes on. */
function chained(scene: Scene, chain: Chain): Candidate[] {
  const { r, index, t, token, starts, whole } = scene;
  const { list, ofRegion, paragraphStart } = r.tokens;
  for (let back = index - 1; back >= 0 && back >= index - 3; back--) {
    if (isLabelled(r, back)) return [];
    const known = chain[back];
    if (!known) continue;
    const other = list[ofRegion[back]!]!;
    const apart = token.paragraph - other.paragraph;
    if (apart > 3) return [];
    const where = apart === 0 ? 'here' : apart === 1 ? 'above' : 'far';
    return candidate(scene, 'chain', known.subject, undefined, [
      where,
      `${where} sentences=${sizeOf(token.sentence - other.sentence)} starts=${starts}`,
      `${where} back=${index - 1 - back}`,
      `${where} starts=${starts} whole=${whole}`,
      `${where} names=${namesBetween(list, ofRegion[back]!, t)} starts=${starts}`,
      `${where} pattern=${known.pattern}`,
      `${where} open=${r.regions[back]!.ended === 'paragraph' && r.regions[index]!.continues}`,
      `${where} first=${t === paragraphStart[token.paragraph]}`,
    ]);
  }
  return [];
}

/** “…” ¶ “…,” X said. A quote alone stands before another that is attributed. */
function forward(scene: Scene): Candidate[] {
  const { r, index, t, to, token, starts } = scene;
  const { list, ofRegion } = r.tokens;
  const at = ofRegion[index + 1];
  if (at === undefined || t !== to - 1) return [];
  const other = list[at]!;
  const apart = other.paragraph - token.paragraph;
  if (apart > 1) return [];
  const event = r.events[firstEventFrom(r.events, at + 1)];
  if (!event || event.sentence !== other.sentence || event.subject.start <= at) return [];
  if (Math.min(event.verb, event.subject.start) - at > 2) return [];
  return candidate(scene, 'forward', event.subject, event, [
    `apart=${apart}`,
    `apart=${apart} starts=${starts}`,
    `apart=${apart} sentences=${sizeOf(other.sentence - token.sentence)}`,
    `open=${r.regions[index]!.ended === 'paragraph'}`,
  ]);
}

/** No cue at all: whoever the sentence is about. */
function topic(scene: Scene, others: number): Candidate[] {
  const { r, t, from, starts } = scene;
  if (starts) return [];
  const subject = firstSubject(r.tokens.list, from, t, r.grammar);
  if (!subject) return [];
  return candidate(scene, 'topic', subject, undefined, [
    `gap=${sizeOf(t - subject.end)}`,
    `others=${Math.min(2, others)}`,
  ]);
}

/** No cue at all: the nearest name to the left. */
function nearestName(scene: Scene, others: number): Candidate[] {
  const { r, t, from } = scene;
  const { list } = r.tokens;
  for (let i = t - 1; i >= Math.max(from, t - 25); i--) {
    if (!isName(list[i]!)) continue;
    let start = i;
    while (start > Math.max(from, i - 8) && isName(list[start - 1]!)) start--;
    const name: Phrase = { start, end: i + 1 };
    return candidate(scene, 'name', name, undefined, [
      `gap=${sizeOf(t - name.end)}`,
      `others=${Math.min(2, others)}`,
    ]);
  }
  return [];
}

function isName(token: Token): boolean {
  return token.kind === 'word' && token.cap;
}

function namesBetween(list: readonly Token[], a: number, b: number): string {
  let count = 0;
  for (let i = a + 1; i < b && i < a + 200; i++) if (isName(list[i]!)) count++;
  return count > 6 ? 'many' : count > 2 ? 'some' : count > 0 ? 'few' : 'none';
}
