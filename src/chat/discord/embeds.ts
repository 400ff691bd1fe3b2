import type { APIEmbed, APIEmbedField } from 'discord.js';
import { cleanText } from '../clean.ts';
import type { Field, Message, Run } from '../message.ts';
import { labelKind, linkLabel, linkTarget } from '../source-link.ts';
import { LIMITS } from './limits.ts';
import { brokenRuns, type Line, LONGEST_LINE, led, linesOf } from './lines.ts';
import { escapeMarkdown, plainOf } from './markdown.ts';
import type { Section } from './sections.ts';

const ACCENT = 0x3b82c4;
const LONGEST_ADDRESS = 1_000;

type Sources = Pick<Message, 'sources'>;
type Draft = {
  title?: string;
  url?: string;
  description: string;
  fields: APIEmbedField[];
  footer?: string;
};

/** The section as one embed, or as many as its words need, each within the limits by itself. */
export function embedsOf({ title, body }: Section, message: Sources): APIEmbed[] {
  const drafts: Draft[] = [{ description: '', fields: [] }];
  const current = () => drafts.at(-1) as Draft;
  const next = () => drafts.push({ description: '', fields: [] });
  const write = ({ markdown, loose }: Line) => {
    const { description, fields } = current();
    const joint = description === '' ? '' : loose ? '\n\n' : '\n';
    const more = joint.length + markdown.length;
    const fits =
      fields.length === 0 &&
      description.length + more <= LIMITS.description &&
      sizeOf(current()) + more <= LIMITS.message;
    if (!fits) next();
    current().description += fits ? joint + markdown : markdown;
  };

  const short = shortTitle(title, message);
  if (short) Object.assign(current(), short);
  else for (const line of led('', '', bold(title), message, true)) write(line);

  body.forEach((block, i) => {
    const isLast = i === body.length - 1;
    if (block.kind === 'fields') {
      for (const field of block.fields) {
        const shown = shortField(field, message);
        if (shown) {
          const size = shown.name.length + shown.value.length;
          const draft = current();
          if (draft.fields.length >= LIMITS.fields || sizeOf(draft) + size > LIMITS.message) next();
          current().fields.push(shown);
        } else {
          const name: Run = { kind: 'strong', text: `${field.name}: ` };
          for (const line of led('', '', [name, ...field.value], message, true)) write(line);
        }
      }
    } else if (block.kind === 'note' && isLast && footerOf(block.runs, message)) {
      const footer = footerOf(block.runs, message) ?? '';
      if (sizeOf(current()) + footer.length > LIMITS.message) next();
      current().footer = footer;
    } else {
      const label = body[i - 1];
      const [head, ...rest] = linesOf(block, message);
      if (head) write(isLabel(label) ? { ...head, loose: false } : head);
      for (const line of rest) write(line);
    }
  });
  return drafts.map(finished).filter((embed) => embedSize(embed) > 0);
}

/** The headline as the embed's title with its link; undefined where it is too long or has links inside. */
function shortTitle(runs: readonly Run[], message: Sources): Partial<Draft> | undefined {
  const linked = runs.filter((run) => run.kind === 'source');
  const [link] = linked;
  if (linked.length > 1 || needsMarkup(runs)) return undefined;
  const url = link ? linkTarget(message.sources.get(link.article)?.url, LONGEST_ADDRESS) : null;
  const words = runs
    .map((run) => {
      const plain = plainOf(run, message);
      return run.kind === 'source' && url ? linkLabel(plain, url, labelKind(run)) : plain;
    })
    .join('')
    .trim();
  const title = escapeMarkdown(words);
  if (title === '' || title.length > LIMITS.title) return undefined;
  return { title, ...(url && { url }) };
}

/** A paragraph in bold alone names what comes right under it. */
function isLabel(block: Section['body'][number] | undefined): boolean {
  return block?.kind === 'paragraph' && block.runs.every(({ kind }) => kind === 'strong');
}

function bold(runs: readonly Run[]): Run[] {
  return runs.map((run) =>
    run.kind === 'source' || run.kind === 'channel' || run.kind === 'struck'
      ? run
      : { kind: 'strong', text: run.text },
  );
}

/** Titles and footers show no mention of a channel, nor what was struck out: such words stand in the text. */
function needsMarkup(runs: readonly Run[]): boolean {
  return runs.some(({ kind }) => kind === 'channel' || kind === 'struck');
}

function shortField({ name, value }: Field, message: Sources): APIEmbedField | undefined {
  const shownName = escapeMarkdown(name).trim();
  const [text = '', ...more] = brokenRuns(value, message, LONGEST_LINE);
  const fits =
    shownName !== '' &&
    text !== '' &&
    more.length === 0 &&
    shownName.length <= LIMITS.fieldName &&
    text.length <= LIMITS.fieldValue;
  // Three stand side by side where they are short; long ones would be broken into slips of paper.
  const inline = shownName.length <= 24 && text.length <= 60;
  return fits ? { name: shownName, value: text, inline } : undefined;
}

/** Small print without links; footers show no markdown. */
function footerOf(runs: readonly Run[], message: Sources): string | undefined {
  const linked = runs.some(
    (run) =>
      run.kind === 'source' &&
      linkTarget(message.sources.get(run.article)?.url, LONGEST_ADDRESS) !== null,
  );
  if (linked || needsMarkup(runs)) return undefined;
  const words = cleanText(runs.map((run) => plainOf(run, message)).join('')).trim();
  return words !== '' && words.length <= LIMITS.footer ? words : undefined;
}

function finished({ title, url, description, fields, footer }: Draft): APIEmbed {
  return {
    color: ACCENT,
    ...(title && { title }),
    ...(url && { url }),
    ...(description && { description }),
    ...(fields.length > 0 && { fields }),
    ...(footer && { footer: { text: footer } }),
  };
}

function sizeOf(draft: Draft): number {
  return embedSize(finished(draft));
}

/** What of an embed counts towards a message's 6,000. */
export function embedSize({ title, description, footer, fields = [] }: APIEmbed): number {
  const texts = [title, description, footer?.text, ...fields.flatMap((f) => [f.name, f.value])];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
