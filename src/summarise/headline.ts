import { outletKey } from '../news/coverage.ts';
import { tidy } from './prose.ts';
import { overlap } from './similarity.ts';
import type { StoryFacts } from './story-facts.ts';
import { tokensOf } from './tokens.ts';

// Words of a publisher's name, for titles whose outlet is not known.
const MEDIA =
  /(?:news|times|post|daily|herald|tribune|guardian|journal|gazette|chronicle|observer|press|reuters|bbc|cnn|npr|abc|cbs|nbc|fox|afp|bloomberg|politico|magazine|radio|tv|television|online|zeitung|nachrichten|spiegel|rundschau|kurier|tagblatt|anzeiger|bote|echo|wire|standard|independent|telegraph|mail|mirror|express|star|sun|monde|figaro|país|mundo|diario|corriere|repubblica|stampa|gazzetta|\.com|\.org|\.net|\.de|\.co\.uk|\.es|\.fr|\.it)$/iu;

/** A title without the name of its publisher before or behind it. */
export function withoutOutlet(title: string, outlet: string | null, url: string | null): string {
  const folded = title.replace(/\s+/g, ' ').trim();
  const parts = /^(.{12,}?)\s*(\||::|•|»| [-–—·] )\s*([^|•»]{2,48})$/u.exec(folded);
  if (parts) {
    const [, rest, separator, name] = parts as unknown as [string, string, string, string];
    if (namesOutlet(name, outlet, url)) return withoutOutlet(rest, outlet, url);
    const words = name.trim().split(' ');
    const isName =
      words.length <= 4 &&
      words.every((w) => /^[\p{Lu}\p{N}&]|^(?:of|the|and|de|la|le|der|die|das|del)$/u.test(w));
    if (
      isName &&
      (separator !== ' - ' && separator !== ' – ' && separator !== ' — '
        ? words.length <= 4
        : MEDIA.test(name.trim()))
    ) {
      return withoutOutlet(rest, outlet, url);
    }
  }
  const lead = /^([^:|]{2,40})(?::| \|) (.{12,})$/u.exec(folded);
  if (lead && namesOutlet(lead[1]!, outlet, url)) return lead[2]!;
  return folded;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/^(?:the|der|die|das|el|la|le|il) /, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

function namesOutlet(name: string, outlet: string | null, url: string | null): boolean {
  const own = plain(name);
  if (own.length < 2) return false;
  if (outlet) {
    const known = plain(outlet);
    if (own === known || (own.length > 3 && (known.startsWith(own) || own.startsWith(known))))
      return true;
  }
  if (!url || !URL.canParse(url)) return false;
  const host = plain(new URL(url).hostname.replace(/^www\./, ''));
  return own.length > 3 && (host.startsWith(own) || own === host);
}

// What the first article's title loses against the last one's, as a share of what its sentences lose.
const STALE = 0.5;

const CLICKBAIT =
  /\b(?:you won['’]t believe|this is (?:why|what|how)|here['’]s (?:why|what|how)|here are|what (?:to know|we know|you need)|everything (?:you|we)|need to know|reasons why|things to|ways to|goes viral|the internet|went wild|will shock|jaw-dropping|mind-blowing|epic|slams?|blasts?|destroys?|rips?|eviscerates?|claps back|stuns?|shocking|heartbreaking|you['’]ll|must-(?:see|read)|so funden|das müssen sie|así fue|esto es lo que|voici|ce qu['’]il faut|ecco)\b/iu;
const LABEL =
  /^(?:watch|video|photos?|pictures|gallery|opinion|op-ed|analysis|editorial|comment|commentary|column|live|live updates|updates?|breaking|exclusive|explainer|podcast|quiz|letters?|review|factbox|kommentar|meinung|liveblog|live-?ticker|opinión|vídeo|directo|en vivo|última hora|direct|vidéo|tribune|diretta)\s*[:|–-]/iu;
const QUOTED = /[“"„«‘'][^“”"„«»‘’']{2,}[”"“»’'](?![\p{L}])/u;
const QUESTION =
  /^(?:what|why|how|who|when|where|is|are|does|do|did|can|could|should|will|would|was|wie|was|warum|wer|qué|por qué|cómo|pourquoi|comment|perché)\b|\?/iu;
const FIRST_PERSON = /(?<![\p{L}])(?:I|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our)(?![\p{L}])/u;

/** A work's or a ship's name stands in quote marks too: capitals throughout, in a title that has few. */
function isName(marked: string, title: string): boolean {
  const words = marked.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const others = title.replace(marked, ' ').match(/(?<=\s)\p{L}+/gu) ?? [];
  const small = (list: readonly string[]) => list.filter((w) => /^\p{Ll}/u.test(w)).length;
  return words.length > 0 && small(words) === 0 && small(others) > others.length / 2;
}

/** How well a title says by itself and soberly what happened; `worth` rates a word's part in the story, 0 to 1. */
function rateTitle(
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
  const marked = isName(QUOTED.exec(title)?.[0] ?? '', title)
    ? 0
    : (QUOTED.exec(title)?.[0].length ?? 0);
  if (marked) score -= 0.03 + 0.5 * (marked / title.length);
  // "Ukraine, USA: …" names a topic before it says what happened.
  if (/^[^:]{2,30}: /u.test(title)) score -= 0.06;
  if (QUESTION.test(title)) score -= 0.45;
  if (/!/.test(title)) score -= 0.2;
  if (/…|\.\.\./.test(title)) score -= 0.2;
  if (LABEL.test(title)) score -= 0.3;
  if (CLICKBAIT.test(title)) score -= 0.3;
  if (FIRST_PERSON.test(title)) score -= 0.2;
  if (
    /^\d+ (?:\p{L}+ ){0,2}(?:things|ways|reasons|times|photos|facts|tips|takeaways|moments)\b/iu.test(
      title,
    )
  )
    score -= 0.3;
  if ((title.match(/(?<![\p{L}])\p{Lu}{4,}(?![\p{L}])/gu)?.length ?? 0) > 2) score -= 0.2;
  return score;
}

/**
 * The title among the outlets' own that best says what happened, without the outlet's name.
 * Undefined where no article has one. Earlier articles win ties.
 */
export function chooseHeadline({
  articles,
  rated,
  language,
  freshness,
  ageing,
}: StoryFacts): string | undefined {
  const worth = rated.wordWorth;
  const stale = STALE * ageing;
  let best: { title: string; score: number } | undefined;
  const seen = new Set<string>();
  for (const [i, article] of articles.entries()) {
    const title = withoutOutlet(article.title, article.outlet, article.url);
    const key = `${title} ${outletKey(article)}`;
    if (!title || seen.has(key)) continue;
    seen.add(key);
    const foreign =
      language && article.language && !article.language.startsWith(language) ? 0.5 : 0;
    const score = rateTitle(title, article.language, worth) - foreign - stale * (1 - freshness(i));
    if (!best || score > best.score + 1e-9) best = { title, score };
  }
  return best?.title;
}

const SUBORDINATE =
  /^(?:after|when|while|as|in|on|at|with|since|although|though|despite|if|before|during|following|fresh|speaking|citing|amid|for|by|under|from|nachdem|als|während|wenn|nach|bei|tras|después|cuando|mientras|après|alors|quand|dopo|quando)(?![\p{L}])/iu;

/** For articles without titles: a short fact that tells what the lede tells, else the lede cut at a clause or a word. */
export function headlineFrom({ facts, language }: StoryFacts, lede: string): string {
  const about = new Set(tokensOf(lede, language).flatMap((t) => (t.common ? [] : [t.stem])));
  const short = facts
    .filter((f) => f.fitness > 0.6 && overlap(f.tellings[0]!.terms, about) >= 0.4)
    .map((f) => ({
      text: tidy(f.tellings[0]!.text),
      score: f.density * f.fitness * f.tellers.size,
    }))
    .filter(
      ({ text }) =>
        text.length <= 100 &&
        !/[“"„«]|(?<![\p{L}])(?:he|she|him|hers?|his|they|them|their|it|its)(?![\p{L}])/u.test(
          text,
        ),
    )
    .sort((a, b) => b.score - a.score)[0];
  return withoutStop(short?.text ?? clipped(lede));
}

function clipped(text: string): string {
  if (text.length <= 100) return text;
  // A clause before the main one says nothing by itself.
  const clause = SUBORDINATE.test(text)
    ? undefined
    : /^.{40,100}?(?=[,;:] |\s[–—] )/u.exec(text)?.[0];
  return clause ?? `${text.slice(0, 96).replace(/\s+\S*$/, '')}…`;
}

const withoutStop = (text: string) => text.replace(/(?<=\p{L}{3})[.。]$/u, '');
