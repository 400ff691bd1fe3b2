import type { types } from '@slack/bolt';
import type { Message, Run } from '../message.ts';
import { type Look, mentionable, wordsOf } from './look.ts';
import { piecesOf, portions, section } from './rich-text.ts';

const NOTE = { elements: 10, length: 2000 };

/** Letters, figures and marks that mean nothing to Slack. */
export const TAME = /^[\p{L}\p{N} ,;()%'’“”·–—+?!-]*(?:\.(?= |$)[\p{L}\p{N} ,;()%'’“”·–—+?!-]*)*$/u;
// The same with times and numbers (`08:30`, `#3`): beside `verbatim`, a mark means something only around words.
const TAME_PRINT =
  /^(?:[\p{L}\p{N} ,;()%'’“”·–—+?!-]|\.(?= |$)|(?<=\d):(?=\d\d(?![\d:]))|:(?= )|#(?=\d)|(?<=\p{L})\/(?=\p{L}))*$/u;

/** Small print that is all tame as one text: several would each stand apart, and begin lines of their own. */
function tameNote(
  runs: readonly Run[],
  message: Message,
  look: Look,
): types.MrkdwnElement | undefined {
  let all = '';
  for (const run of runs) {
    if (run.kind === 'source' || run.kind === 'channel' || run.kind === 'struck') return undefined;
    const said = wordsOf(run, message, look);
    const inner = said.trim();
    if (run.kind === 'command') all += code(said);
    else if (!TAME_PRINT.test(said)) return undefined;
    else all += run.kind === 'strong' && inner ? said.replace(inner, () => `*${inner}*`) : said;
  }
  const text = all.trim();
  if (text === '' || text.length > NOTE.length) return undefined;
  return { type: 'mrkdwn', text, verbatim: true };
}

/** Small print. What Slack cannot print small and safe at once (links) stands in rich text. */
export function noteBlocks(runs: readonly Run[], message: Message, look: Look): types.KnownBlock[] {
  const tame = tameNote(runs, message, look);
  if (tame) return [{ type: 'context', elements: [tame] }];
  const elements: (types.PlainTextElement | types.MrkdwnElement)[] = [];
  for (const run of runs) {
    if (run.kind === 'source') return inRichText(runs, message, look);
    const said = wordsOf(run, message, look);
    const last = elements.at(-1);
    if (said.trim() === '') continue;
    if (run.kind === 'command') {
      elements.push({ type: 'mrkdwn', text: code(said), verbatim: true });
    } else if (run.kind === 'channel' && mentionable(run.channel)) {
      elements.push({ type: 'mrkdwn', text: `<#${run.channel}>`, verbatim: true });
    } else if (run.kind === 'struck') {
      if (!TAME.test(said)) return inRichText(runs, message, look);
      elements.push({ type: 'mrkdwn', text: `~${said.trim()}~`, verbatim: true });
    } else if (run.kind === 'strong' && TAME.test(said)) {
      elements.push({ type: 'mrkdwn', text: `*${said.trim()}*`, verbatim: true });
    } else if (last?.type === 'plain_text') {
      elements[elements.length - 1] = { ...last, text: last.text + said };
    } else {
      elements.push({ type: 'plain_text', text: said, emoji: false });
    }
  }
  const tidy = elements.map((one) => ({ ...one, text: one.text.trim() }));
  const length = tidy.reduce((sum, { text }) => sum + text.length, 0);
  if (tidy.length > NOTE.elements || length > NOTE.length) return inRichText(runs, message, look);
  return tidy.length > 0 ? [{ type: 'context', elements: tidy }] : [];
}

const inRichText = (runs: readonly Run[], message: Message, look: Look): types.KnownBlock[] =>
  portions(piecesOf(runs, message, look)).map((part) => ({
    type: 'rich_text',
    elements: [section(part)],
  }));

/** Inside marks of code Slack reads nothing but its own escapes. */
const code = (typed: string): string =>
  `\`${typed.trim().replaceAll('`', "'").replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}\``;
