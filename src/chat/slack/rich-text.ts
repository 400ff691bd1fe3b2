// Texts go out as rich text: by its type nothing in it can become a mention, a link or markup, whatever a feed wrote.
import type { types } from '@slack/bolt';
import { splitText } from '../../text/cut.ts';
import { cleanText } from '../clean.ts';
import type { Message, Run } from '../message.ts';
import { labelKind, linkLabel, linkTarget } from '../source-link.ts';
import { type Look, mentionable, wordsOf } from './look.ts';

export type Piece = types.RichTextText | types.RichTextLink | types.RichTextChannelMention;
export type RichPart = types.RichTextSection | types.RichTextList | types.RichTextQuote;

/** Slack takes addresses of at most this length. */
const URL_LENGTH = 3000;
/** Longer texts come in several parts, so that no part meets a limit of its own and a message can be divided. */
export const PART_LENGTH = 2500;

type Said = Pick<Message, 'sources' | 'trouble'>;
type Style = { readonly bold?: boolean; readonly code?: boolean; readonly strike?: boolean };

/** Runs as pieces of rich text; white space at both ends is left out, empty pieces too. */
export function piecesOf(
  runs: readonly Run[],
  message: Said,
  look: Look,
  style: Style = {},
): Piece[] {
  const pieces = runs.flatMap((run) => pieceOf(run, message, look, style));
  const last = pieces.length - 1;
  return pieces
    .map((piece, at) => {
      if (piece.type !== 'text') return piece;
      const from = at === 0 ? piece.text.trimStart() : piece.text;
      return { ...piece, text: at === last ? from.trimEnd() : from };
    })
    .filter((piece) => piece.type !== 'text' || piece.text !== '');
}

function pieceOf(run: Run, message: Said, look: Look, style: Style): Piece[] {
  switch (run.kind) {
    case 'text':
    case 'faint':
      return plain(wordsOf(run, message, look), style);
    case 'strong':
      return plain(wordsOf(run, message, look), { ...style, bold: true });
    case 'struck':
      return plain(wordsOf(run, message, look), { ...style, strike: true });
    case 'channel':
      return mentionable(run.channel)
        ? [
            {
              type: 'channel',
              channel_id: run.channel,
              ...(style.bold && { style: { bold: true } }),
            },
          ]
        : plain(wordsOf(run, message, look), style);
    case 'command':
      return plain(wordsOf(run, message, look).trim(), { ...style, code: true });
    case 'source': {
      const source = message.sources.get(run.article);
      const words = cleanText(run.text ?? source?.label ?? 'source');
      const url = linkTarget(source?.url, URL_LENGTH);
      if (url === null) return plain(words, style);
      return splitText(linkLabel(words, url, labelKind(run)).toWellFormed(), PART_LENGTH).map(
        (text) => ({
          type: 'link',
          url,
          text,
          ...styled(style),
        }),
      );
    }
  }
}

/** Text as it is; long ones in several pieces. */
export const plain = (words: string, style: Style = {}): Piece[] =>
  splitText(words, PART_LENGTH).map((text) => ({ type: 'text', text, ...styled(style) }));

const styled = (style: Style) => (Object.keys(style).length > 0 ? { style } : {});

export const lengthOfPieces = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);

/** A channel is as long as the longest name it may be shown by. */
const lengthOf = (piece: Piece): number =>
  piece.type === 'channel' ? 81 : (piece.text?.length ?? 0);

/** The pieces in portions of at most `max` characters each; together they say the same. */
export function portions(pieces: readonly Piece[], max = PART_LENGTH): Piece[][] {
  const found: Piece[][] = [[]];
  let room = max;
  const next = () => {
    found.push([]);
    room = max;
  };
  for (const piece of pieces) {
    if (piece.type === 'channel') {
      if (lengthOf(piece) > room) next();
      found.at(-1)?.push(piece);
      room -= lengthOf(piece);
      continue;
    }
    let text = piece.text ?? '';
    // Where little room is left, nothing is begun in it.
    if (text.length > room && room < LITTLE) next();
    while (text) {
      const [head = ''] = splitText(text, room);
      found.at(-1)?.push({ ...piece, text: head });
      room -= head.length;
      text = text.slice(head.length);
      if (text) next();
    }
  }
  return found.filter((portion) => portion.length > 0);
}

const LITTLE = 40;

export const section = (elements: Piece[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements,
});

export const bullets = (items: Piece[][]): types.RichTextList => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements: items.map(section),
});

export const quote = (elements: Piece[]): types.RichTextQuote => ({
  type: 'rich_text_quote',
  elements,
});
