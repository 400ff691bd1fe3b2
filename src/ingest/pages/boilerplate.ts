import type { Block } from './article-blocks.ts';

const lineThatBegins = (...patterns: readonly string[]) =>
  new RegExp(`^[\\s|•·–—>»*[(-]*(?:${patterns.join('|')})`, 'iu');

const CHANNELS = String.raw`(?:newsletters?|inbox|e-?mails?|alerts?|apps?|facebook|twitter|instagram|telegram|whatsapp|youtube|podcasts?|channels?|subscri\w+|forums?|homepage|home page)`;

// What publishers put between and around an article's paragraphs.
const ANYWHERE = lineThatBegins(
  String.raw`(?:read|see|watch|learn|find out|hear) (?:more|also|next)\b[^.!?]{0,160}$`,
  String.raw`(?:also |see )?(?:read|related|more|also|see also|watch|listen|don['’]t miss|see more|read more|read next|related (?:stories|articles|posts?|content|news|links?)|recommended|you (?:may|might) (?:also )?(?:like|be interested)|what to read next|trending(?: now)?|most read|editor['’]s picks?)\s*(?:[:：|»>]|\.{3}|…|$)`,
  String.raw`(?:lee también|leia também|leggi anche|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|auch interessant|читайте также|czytaj (?:też|także)|baca juga|lees ook|läs också|les også)`,
  String.raw`(?:advertisement|advert|anzeige|werbung|publicidad|publicidade|publicité|pubblicità|реклама|iklan|sponsored|promoted|continue reading below|(?:story|article) continues below|scroll (?:down )?to continue)\b.{0,40}$`,
  String.raw`(?:click|tap) here (?:to|for)\b`,
  String.raw`(?:sign up|subscribe|get (?:the|our|access|breaking|unlimited)|download (?:the|our)|like us|join (?:us|our)|register|make (?:us|\p{Lu}+ my))\b.{0,120}\b${CHANNELS}\b`,
  String.raw`follow\b.{0,60}\bon (?:facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin)\b`,
  String.raw`(?:like (?:this|what you)|enjoy(?:ed|ing)? this|want more)\b.{0,60}\?`,
  String.raw`(?:share|tweet|pin|email|print|save|comments?|leave a (?:comment|reply)|post a comment|post comment|show comments|view comments|\d+ (?:comments?|shares?)|copy link|share this(?: \w+)?|facebook|twitter|whatsapp|linkedin|pinterest|reddit)(?: ?\(.{0,5}\))?$`,
  String.raw`(?:image|photo|picture|video|media|file photo|file|credit|foto|bild|imagen|photograph)(?: (?:copyright|credit|caption|source|by|courtesy|via))?\s*[:：©]`,
  String.raw`image (?:copyright|caption)\b`,
  String.raw`(?:image|photo|slide) \d+ of\b`,
  String.raw`(?:this (?:article|story|post|piece|content)|article) (?:was|is|has been|originally|first) .{0,40}(?:published|appeared|syndicated|produced|translated)`,
  String.raw`(?:copyright|©|\(c\)) .{0,140}$`,
  String.raw`all rights reserved\b`,
  String.raw`(?:this|our) (?:website|site) uses cookies`,
  String.raw`(?:we use|by (?:continuing|using)) .{0,60}cookies`,
  String.raw`(?:this (?:post|article|page|site) (?:may )?contains? affiliate|as an amazon associate|(?:we|\p{L}+) may (?:earn|receive) (?:a |an )?(?:affiliate )?commission)`,
  String.raw`this (?:slideshow|video|site) requires javascript`,
  String.raw`skip to (?:main )?content`,
  String.raw`(?:https?://|www\.)\S+$`,
  String.raw`[\w.+-]+@[\w-]+\.[\w.]+$`,
);

// Lines that are boilerplate before the article begins or after it ended, but may be prose in the middle.
const AT_THE_EDGES = lineThatBegins(
  String.raw`by [\p{Lu}][^.!?]{0,80}$`,
  String.raw`(?:von|por|par|di|av|door) [\p{Lu}][\p{L}.'’ -]{2,50}$`,
  String.raw`(?:written|posted|published|reported|reviewed|edited|compiled|medically reviewed) (?:by|on|in|at)\b.{0,100}$`,
  String.raw`(?:published|updated|posted|last (?:updated|modified)|first published|modified|created|publicado|atualizado|actualizado|veröffentlicht|aktualisiert|publié|mis à jour|pubblicato|aggiornato|опубликовано)\b.{0,80}\d`,
  String.raw`(?:additional |with )?(?:reporting|writing|editing|compiled|edited|reported|written) (?:by|and|for)\b.{0,240}$`,
  String.raw`.{0,200}contributed (?:reporting|to this (?:report|article|story))`,
  String.raw`(?:have a (?:news )?tip|got a tip|send tips|contact (?:the|us|our)|email\b|reach the)\b.{0,160}$`,
  String.raw`(?:source|sources|via|filed under|tags?|topics?|categories|category|posted in|location|keywords|labels|citation)\s*[:：]`,
  String.raw`\d+ ?(?:min(?:ute)?s?)(?: read)?\b.{0,10}$`,
  String.raw`(?:tempo de leitura|tiempo de lectura|lesezeit|temps de lecture|reading time)\b.{0,20}$`,
  String.raw`(?:about the author|author bio|share this|share on|more about)\b.{0,60}$`,
  String.raw`(?:(?:twitter|facebook|instagram)\.com/|@)\S+$`,
);

const DATE_LINE =
  /^(?:\p{L}{3,12}\.?,? )?(?:\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?\.? (?:de )?\p{L}{3,10}\.?,? (?:de )?\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{2,4})\b.{0,40}$/iu;

// A caption gives itself away by its credit at the end, where a sentence has its full stop.
const CREDIT_AT_END =
  /(?:[([](?:image|photo|picture|credit|file|foto|pic|source|ap|getty|reuters|afp|epa)\b[^)\]]{0,80}[)\]]|(?:getty(?: images)?|ap photo|shutterstock|istock(?:photo)?|alamy|unsplash|pexels)\)?)\s*$/iu;

// What stands over a list of other articles.
const ELSEWHERE =
  /^(?:(?:more|related|recommended|latest|recent|popular|trending|other|similar|top|further) ?(?:great |from |in |on |news|stories|articles|posts?|reads?|reading|headlines|coverage|content|videos?|links).{0,40}|don['’]t miss|you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,20}|(?:read|see|up) (?:next|also|more)|most (?:read|popular|viewed|commented).{0,20}|(?:recent|popular|latest)(?: \p{L}+){0,2}|editor['’]s (?:picks?|choice)|around the web|from the web|in case you missed it|keep reading|what to read next|artículos relacionados|noticias relacionadas|artigos relacionados|articles? (?:liés|connexes)|ähnliche artikel|mehr zum thema|articoli correlati|похожие (?:статьи|новости))\s*[:.…]*$/iu;

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
