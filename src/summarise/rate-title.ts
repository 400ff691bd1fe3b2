import { judges } from './judging.ts';
import { tokensOf } from './tokens.ts';

// What makes a reader open instead of telling him.
const CLICKBAIT =
  /(?<![\p{L}])(?:you won['’]t believe|this is (?:why|what|how)|that['’]s why|here['’]s (?:why|what|how|where|who)|here are|what (?:to know|we know|you need|it means|that means|happens next|to expect|to watch)|everything (?:you|we)|need to know|reasons (?:why|to)|things to|ways to|goes viral|the internet|went wild|will shock|jaw-dropping|mind-blowing|epic|eviscerates?|claps back|shocking|heartbreaking|must-(?:see|read)|meltdown|a look (?:at|inside)|collection of|fact-?checking|the (?:most|best|worst) \p{L}+ (?:moments|passages|quotes|lines)|the (?:truth|real story|problem|trouble) (?:about|behind|with)|doesn['’]t (?:know|want you)|so funden|das müssen sie|así fue|esto es lo que|voici|ce qu['’]il faut|ecco)(?![\p{L}])/iu;
// Loud, and yet what some fires and storms do.
const SHRILL =
  /(?<![\p{L}])(?:slam(?:s|med)?|blast(?:s|ed)?|destroys?|rips?|stun(?:s|ned|ning)?|rants?|torches|lambasts?|sick|bombshell|fury|chaos|horror|fearmongering|cries|gatecrashes)(?![\p{L}])/iu;
const LABEL =
  /^(?:watch|video|photos?|pictures|gallery|opinion|op-ed|analysis|editorial|comment|commentary|column|live|updates?|breaking|exclusive|explainer|podcast|quiz|letters?|review|factbox|(?:reality|fact)[- ]?check|report|revealed|now \p{L}+|mission impossible|kommentar|meinung|liveblog|live-?ticker|opinión|vídeo|directo|en vivo|última hora|direct|vidéo|tribune|diretta)(?: (?:live|news|updates?))?\s*[:|–-]/iu;
const LIST =
  /^\d+ (?:\p{L}+ ){0,2}(?:things|ways|reasons|times|photos|facts|tips|takeaways|moments|questions|lessons|dinge|gründe|cosas|razones|choses|raisons|cose|motivi)(?![\p{L}])/iu;
const QUESTION =
  /^(?:what|why|how|who|when|where|is|are|does|do|did|can|could|should|will|would|was|wie|was|warum|wer|qué|por qué|cómo|pourquoi|comment|perché)(?![\p{L}])|\?|(?<=[:;,–—-] )(?:how|why|what|here|inside|wie|warum|was|cómo|por qué|comment|pourquoi|come|perché)(?![\p{L}])/iu;
const ADDRESSES =
  /(?<![\p{L}])(?:I|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our|[Yy]ou['’]\p{L}+)(?![\p{L}])/u;
const SPEAKS_AS = /(?<![\p{L}])(?:I|I['’]\p{L}+|[Mm]e|[Mm]y|[Ww]e|[Oo]ur|[Uu]s)(?![\p{L}])/u;
// Of whom, only the article tells.
const POINTS =
  /^(?:he|she|they|they['’]re|it|it['’]s|this|that|these|those|inside|meet|if)(?![\p{L}])|, (?:explained|annotated)$/iu;
const QUOTED = /[“"„«‘'][^“”"„«»‘’']{2,}[”"“»’'](?![\p{L}])/u;

/** Whether a title asks, teases, addresses the reader, labels or points instead of saying what happened. */
export function teases(title: string): boolean {
  const own = title.replace(new RegExp(QUOTED, 'gu'), ' ');
  return (
    [QUESTION, CLICKBAIT, LABEL, LIST, ADDRESSES, POINTS].some((fault) => fault.test(own)) ||
    /!/.test(own)
  );
}

/** A work's or a ship's name stands in quote marks too: capitals throughout, in a title that has few. */
function isName(marked: string, title: string): boolean {
  const words = marked.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const others = title.replace(marked, ' ').match(/(?<=\s)\p{L}+/gu) ?? [];
  const small = (list: readonly string[]) => list.filter((w) => /^\p{Ll}/u.test(w)).length;
  return words.length > 0 && small(words) === 0 && small(others) > others.length / 2;
}

/**
 * How well a title says by itself and soberly what happened: about 0 to 1, and under 0 for one that teases.
 * `worth` rates a word's part in the story, 0 to 1.
 */
export function rateTitle(
  title: string,
  language: string | null,
  worth: (stem: string) => number,
): number {
  const tokens = tokensOf(title, language).filter((t) => !t.common);
  if (tokens.length === 0) return -10;
  const words = title.split(' ').length;
  // The best eight words count: a long title is not better for its length.
  const best = tokens
    .map((t) => worth(t.stem))
    .sort((a, b) => b - a)
    .slice(0, 8);
  let score = best.reduce((sum, w) => sum + w, 0) / Math.max(5, best.length);
  if (words < 5) score -= 0.15;
  if (words > 17) score -= 0.1;
  if (words > 22) score -= 0.2;
  const marked = isName(QUOTED.exec(title)?.[0] ?? '', title)
    ? 0
    : (QUOTED.exec(title)?.[0].length ?? 0);
  if (marked) score -= 0.03 + 0.5 * (marked / title.length);
  // "Ukraine, USA: …" names a topic before it says what happened.
  if (/^[^:]{2,30}: /u.test(title)) score -= 0.06;
  if (/…|\.\.\./.test(title)) score -= 0.2;
  if (teases(title)) score -= 1;
  // Where every title teases, one that names its subject is better than one that speaks as somebody.
  if (SPEAKS_AS.test(title.replace(new RegExp(QUOTED, 'gu'), ' '))) score -= 0.5;
  if (judges(title)) score -= 0.4;
  if (SHRILL.test(title)) score -= 0.12;
  // What was counted or when says more than that something was.
  if (/\d/.test(title)) score += 0.04;
  const shouted = title.match(/(?<![\p{L}])\p{Lu}{4,}(?![\p{L}])/gu) ?? [];
  if (shouted.length > 2) score -= 0.2;
  if (shouted.some((word) => word.length > 6)) score -= 0.2;
  return score;
}
