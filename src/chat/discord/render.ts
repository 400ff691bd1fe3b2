import type { APIEmbed } from 'discord.js';
import { shorten } from '../../text/cut.ts';
import type { Message } from '../message.ts';
import {
  aboutOf,
  chunks,
  helpRow,
  type Pressing,
  partRow,
  type Row,
  rowsOf,
} from './components.ts';
import type { About } from './custom-id.ts';
import { embedSize, embedsOf } from './embeds.ts';
import { LIMITS } from './limits.ts';
import { brokenRuns } from './lines.ts';
import { plainOf } from './markdown.ts';
import { type Layout, layOut, type Section } from './sections.ts';

/** A message as Discord's API takes it. */
export type Payload = {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly Row[];
  /** Nobody is ever pinged, whatever the words say. */
  readonly allowed_mentions: { readonly parse: readonly [] };
};

export type Rendering = Pressing & { readonly sample: boolean };

const QUIET = { allowed_mentions: { parse: [] } } as const;
const SAMPLE = '-# **SAMPLE** · invented news of the sample newsroom';
// Room for the mark of the sample newsroom.
const ABOVE = LIMITS.content - SAMPLE.length - 1;

/**
 * The message as one payload, or several where one is not enough: what is too long goes on in the next, nothing is cut.
 * Never empty; buttons and menus stand under the last words.
 */
export function render(message: Message, rendering: Rendering): [Payload, ...Payload[]] {
  const plain = plainSentence(message);
  const layout = layOut(message);
  const above = plain ?? headOf(layout, message);
  const sections =
    above === null && layout.lead.length + layout.heading.length + layout.notes.length > 0
      ? [...headSections(layout), ...layout.sections]
      : layout.sections;
  const embeds = plain === null ? sections.flatMap((section) => embedsOf(section, message)) : [];
  const [firstRows = [], ...moreRows] = chunks(rowsOf(message, rendering), LIMITS.rows);

  const bodies: Body[] = packed(embeds).map((some) => ({ embeds: some }));
  if (bodies.length === 0) bodies.push({});
  if (above) bodies[0] = { ...bodies[0], content: above };
  if (firstRows.length > 0) bodies[bodies.length - 1] = { ...bodies.at(-1), components: firstRows };
  bodies.push(...moreRows.map((components) => ({ components })));
  const marked = bodies.map((body, i) =>
    withKey(body, aboutOf(message, rendering), [i + 1, bodies.length]),
  );
  const [first = {}, ...others] = marked.map((body) => finished(body, rendering));
  return [{ ...first, ...QUIET }, ...others.map((body) => ({ ...body, ...QUIET }))];
}

type Body = Omit<Payload, 'allowed_mentions'>;

/** A post is found again by what stands on its components: each part of it has one. */
function withKey(body: Body, about: About, [part, of]: readonly [number, number]): Body {
  if (about.key === null || body.components) return body;
  return { ...body, components: [of === 1 ? helpRow(about) : partRow(about, part, of)] };
}

function finished(body: Body, { sample }: Rendering): Body {
  const content = [body.content, sample ? SAMPLE : ''].filter(Boolean).join('\n');
  if (content) return { ...body, content };
  return body.embeds || body.components ? body : { content: 'There is nothing to show.' };
}

/** A single sentence is an answer in a chat, not a card: no embed around it. */
function plainSentence(message: Message): string | null {
  const written = message.blocks.filter(({ kind }) => kind !== 'buttons' && kind !== 'menu');
  const [only] = written;
  if (written.length !== 1 || only?.kind !== 'paragraph') return null;
  if (only.runs.some(({ kind }) => kind === 'source')) return null;
  const [words = '', ...more] = brokenRuns(only.runs, message, ABOVE, 'content');
  return more.length === 0 && words !== '' ? words : null;
}

/** Heading and small print above the embeds; null where there is neither or they are too long for that. */
function headOf({ lead, heading, notes }: Layout, message: Message): string | null {
  const lines = [
    ...lead.flatMap(({ kind, runs }) => oneLine(kind === 'note' ? '-# ' : '', runs, message)),
    ...oneLine('## ', heading, message),
    ...notes.flatMap((runs) => oneLine('-# ', runs, message)),
  ];
  const text = lines.join('\n');
  return text !== '' && text.length <= ABOVE ? text : null;
}

function oneLine(lead: string, runs: Layout['heading'], message: Message): string[] {
  const words = brokenRuns(runs, message, Number.POSITIVE_INFINITY, 'content').join('');
  return words === '' ? [] : [lead + words];
}

function headSections({ lead, heading, notes }: Layout): Section[] {
  const below = notes.map((runs) => ({ kind: 'note' as const, runs }));
  return [...(lead.length > 0 ? [{ title: [], body: lead }] : []), { title: heading, body: below }];
}

/** Embeds in their order, as many in a payload as it takes; a digest is torn in two only where it has to be. */
function packed(embeds: readonly APIEmbed[]): APIEmbed[][] {
  const total = embeds.reduce((sum, embed) => sum + embedSize(embed), 0);
  const most = total <= LIMITS.whole ? LIMITS.whole : LIMITS.message;
  const payloads: APIEmbed[][] = [];
  let room = 0;
  for (const embed of embeds) {
    const size = embedSize(embed);
    const last = payloads.at(-1);
    if (last && size <= room && last.length < LIMITS.embeds) {
      last.push(embed);
      room -= size;
    } else {
      payloads.push([embed]);
      room = most - size;
    }
  }
  return payloads;
}

/** A message's name where a forum wants one: its heading, else its first words. */
export function nameOf(message: Message): string {
  const named = message.blocks.find(({ kind }) => kind === 'heading' || kind === 'paragraph');
  const runs = named && 'runs' in named ? named.runs : [];
  const valid = runs.filter(({ kind }) => kind !== 'struck');
  const words = valid.map((run) => plainOf(run, message)).join('');
  return shorten(words.trim(), LIMITS.threadName) || 'News';
}
