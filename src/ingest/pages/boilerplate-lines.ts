// What gives a line away as the publisher's and not the article's. The patterns are tried on paragraphs of at most
// a few hundred characters.

const lineThatBegins = (...patterns: readonly RegExp[]) =>
  new RegExp(`^[\\s|•·–—>»*[(-]*(?:${patterns.map(({ source }) => source).join('|')})`, 'iu');

/** What publishers put between and around an article's paragraphs. */
export const ANYWHERE = lineThatBegins(
  /(?:read|see|watch|learn|find out|hear) (?:more|also|next)\b[^.!?]{0,160}$/u,
  /(?:also |see )?(?:read|related|more|also|see also|watch|listen|don['’]t miss|see more|read more|read next|related (?:stories|articles|posts?|content|news|links?)|recommended|you (?:may|might) (?:also )?(?:like|be interested)|what to read next|trending(?: now)?|most read|editor['’]s picks?)\s*(?:[:：|»>]|\.{3}|…|$)/u,
  /(?:lee también|leia também|leggi anche|lire aussi|à lire aussi|lesen sie auch|mehr zum thema|auch interessant|читайте также|czytaj (?:też|także)|baca juga|lees ook|läs också|les også)/u,
  /(?:advertisement|advert|anzeige|werbung|publicidad|publicidade|publicité|pubblicità|реклама|iklan|sponsored|promoted|continue reading below|(?:story|article) continues below|scroll (?:down )?to continue)\b.{0,40}$/u,
  /(?:click|tap) here (?:to|for)\b/u,
  /(?:sign up|subscribe|get (?:the|our|access|breaking|unlimited)|download (?:the|our)|like us|join (?:us|our)|register|make (?:us|\p{Lu}+ my))\b.{0,120}\b(?:newsletters?|inbox|e-?mails?|alerts?|apps?|facebook|twitter|instagram|telegram|whatsapp|youtube|podcasts?|channels?|subscri\w+|forums?|homepage|home page)\b/u,
  /follow\b.{0,60}\bon (?:facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin)\b/u,
  /(?:like (?:this|what you)|enjoy(?:ed|ing)? this|want more)\b.{0,60}\?/u,
  /(?:share|tweet|pin|email|print|save|comments?|leave a (?:comment|reply)|post a comment|post comment|show comments|view comments|\d+ (?:comments?|shares?)|copy link|share this(?: \w+)?|facebook|twitter|whatsapp|linkedin|pinterest|reddit)(?: ?\(.{0,5}\))?$/u,
  /(?:image|photo|picture|video|media|file photo|file|credit|foto|bild|imagen|photograph)(?: (?:copyright|credit|caption|source|by|courtesy|via))?\s*[:：©]/u,
  /image (?:copyright|caption)\b/u,
  /(?:image|photo|slide) \d+ of\b/u,
  /(?:this (?:article|story|post|piece|content)|article) (?:was|is|has been|originally|first) .{0,40}(?:published|appeared|syndicated|produced|translated)/u,
  /(?:©|copyright\s*(?:[©ⓒ@]|\(c\)|\d{4}|by\b)|\(c\)\s*\d{4}).{0,140}$/u,
  /all rights reserved\b/u,
  /(?:this|our) (?:website|site) uses cookies/u,
  /(?:we use|by (?:continuing|using)) .{0,60}cookies/u,
  /(?:this (?:post|article|page|site) (?:may )?contains? affiliate|as an amazon associate|(?:we|\p{L}+) may (?:earn|receive) (?:a |an )?(?:affiliate )?commission)/u,
  /this (?:slideshow|video|site) requires javascript/u,
  /skip to (?:main )?content/u,
  /(?:https?:\/\/|www\.)\S+$/u,
  /[\w.+-]+@[\w-]+\.[\w.]+$/u,
);

/** Lines that are boilerplate before the article begins or after it ended, but may be prose in the middle. */
export const AT_THE_EDGES = lineThatBegins(
  /by [\p{Lu}][^.!?]{0,80}$/u,
  /(?:von|por|par|di|av|door) [\p{Lu}][\p{L}.'’ -]{2,50}$/u,
  /(?:written|posted|published|reported|reviewed|edited|compiled|medically reviewed) (?:by|on|in|at)\b.{0,100}$/u,
  /(?:published|updated|posted|last (?:updated|modified)|first published|modified|created|publicado|atualizado|actualizado|veröffentlicht|aktualisiert|publié|mis à jour|pubblicato|aggiornato|опубликовано)\b.{0,80}\d/u,
  /(?:additional |with )?(?:reporting|writing|editing|compiled|edited|reported|written) (?:by|and|for)\b.{0,240}$/u,
  /.{0,200}contributed (?:reporting|to this (?:report|article|story))/u,
  /(?:have a (?:news )?tip|got a tip|send tips|contact (?:the|us|our)|email\b|reach the)\b.{0,160}$/u,
  /(?:source|sources|via|filed under|tags?|topics?|categories|category|posted in|location|keywords|labels|citation)\s*[:：]/u,
  /\d+ ?(?:min(?:ute)?s?)(?: read)?\b.{0,10}$/u,
  /(?:tempo de leitura|tiempo de lectura|lesezeit|temps de lecture|reading time)\b.{0,20}$/u,
  /(?:about the author|author bio|share this|share on|more about)\b.{0,60}$/u,
  /(?:(?:twitter|facebook|instagram)\.com\/|@)\S+$/u,
);

/** Nothing but a date, perhaps with its time. */
export const DATE_LINE =
  /^(?:\p{L}{3,12}\.?,? )?(?:\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?\.? (?:de )?\p{L}{3,10}\.?,? (?:de )?\d{4}|\d{1,4}[./-]\d{1,2}[./-]\d{2,4})\b.{0,40}$/iu;

/** A caption gives itself away by its credit at the end, where a sentence has its full stop. */
export const CREDIT_AT_END =
  /(?:[([](?:image|photo|picture|credit|file|foto|pic|source|ap|getty|reuters|afp|epa)\b[^)\]]{0,80}[)\]]|(?:getty(?: images)?|ap photo|shutterstock|istock(?:photo)?|alamy|unsplash|pexels)\)?)\s*$/iu;

/** What stands over a list of other articles. */
export const ELSEWHERE =
  /^(?:(?:more|related|recommended|latest|recent|popular|trending|other|similar|top|further) ?(?:great |from |in |on |news|stories|articles|posts?|reads?|reading|headlines|coverage|content|videos?|links).{0,40}|don['’]t miss|you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,20}|(?:read|see|up) (?:next|also|more)|most (?:read|popular|viewed|commented).{0,20}|(?:recent|popular|latest)(?: \p{L}+){0,2}|editor['’]s (?:picks?|choice)|around the web|from the web|in case you missed it|keep reading|what to read next|artículos relacionados|noticias relacionadas|artigos relacionados|articles? (?:liés|connexes)|ähnliche artikel|mehr zum thema|articoli correlati|похожие (?:статьи|новости))\s*[:.…]*$/iu;
