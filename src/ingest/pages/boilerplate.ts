import type { Block } from './article-blocks.ts';
import {
  ANYWHERE,
  AT_THE_EDGES,
  CREDIT_AT_END,
  DATE_LINE,
  ELSEWHERE,
} from './boilerplate-lines.ts';

// How many blocks from either end count as the edge.
const EDGE = 6;
const MAX_BOILERPLATE = 400;

/** Blocks without calls to read, share, subscribe and click, without credits, bylines, dates and advertisements. */
export function withoutBoilerplate(blocks: readonly Block[], title: string | null): Block[] {
  const wanted = letters(title ?? '');
  const prose = withoutLinkLists(blocks).filter((block) => !isBoilerplate(block));
  const kept = prose.filter((block, index) => {
    const isEdge = index < EDGE || index >= prose.length - EDGE;
    if (!isEdge || block.text.length > MAX_BOILERPLATE) return true;
    if (wanted !== '' && index < EDGE && letters(block.text) === wanted) return false;
    return !AT_THE_EDGES.test(block.text) && !DATE_LINE.test(block.text);
  });
  return trimEnds(kept);
}

function isBoilerplate(block: Block): boolean {
  if (block.kind === 'pre' || block.text.length > MAX_BOILERPLATE) return false;
  if (ANYWHERE.test(block.text)) return true;
  if (block.kind === 'paragraph' && CREDIT_AT_END.test(block.text)) return true;
  // A paragraph that is nothing but a link leads elsewhere.
  return block.kind === 'paragraph' && isLink(block) && block.text.length > 20;
}

function isLink(block: Block): boolean {
  return block.linked > 0.8;
}

/**
 * Without the lists of other articles: what stands under a heading that says so, and runs of nothing but links. A
 * bulleted run of links with prose after it is the article's own.
 */
function withoutLinkLists(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  const lastProse = blocks.findLastIndex((block) => block.text.length > 100 && !isLink(block));
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    let end = index;
    if (block.text.length < 80 && ELSEWHERE.test(block.text)) {
      end = index + 1;
      while (end < blocks.length && isHeadline(blocks[end]!)) end += 1;
    } else {
      while (end < blocks.length && isLink(blocks[end]!) && blocks[end]!.kind !== 'pre') end += 1;
      const isOwn = end <= lastProse && blocks[index]!.kind === 'item';
      if (end - index < 3 || isOwn) end = index;
    }
    if (end > index) index = end - 1;
    else kept.push(block);
  }
  return kept;
}

/** Linked, or short and without the full stop of a sentence. */
function isHeadline(block: Block): boolean {
  if (block.kind === 'heading' && !isLink(block)) return false;
  return block.linked > 0.5 || (block.text.length < 140 && !endsSentence(block.text));
}

function endsSentence(text: string): boolean {
  return /[.!?…。！？:;]["'”’»)\]]*$/u.test(text);
}

/** Headings with nothing under them headed what was taken out; a few words before or after the prose are labels. */
function trimEnds(blocks: readonly Block[]): Block[] {
  const isLabel = (block: Block | undefined) =>
    block !== undefined &&
    block.kind === 'paragraph' &&
    block.text.length < 40 &&
    !endsSentence(block.text);
  let start = 0;
  let end = blocks.length;
  while (end > 0 && (blocks[end - 1]?.kind === 'heading' || isLabel(blocks[end - 1]))) end -= 1;
  while (start < Math.min(end, EDGE) && isLabel(blocks[start])) start += 1;
  return blocks.slice(start, end);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
