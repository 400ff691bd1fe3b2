import type { Block, Run, Source } from '../../chat/message.ts';
import { faint, source, text } from '../../chat/message.ts';
import { DAY, HOUR, MINUTE } from '../../lib/clock.ts';
import type { Article, ArticleId, Ref } from '../../news/article.ts';
import type { Coverage } from '../../news/digest.ts';
import type { VerifiedQuote } from '../../news/quote.ts';
import { localeOf, textsIn } from '../texts/index.ts';

/** Whose calendar and language dates and numbers are written in. */
export type Locale = { readonly language: string; readonly zone: string };

export function showDay(date: Date, { language, zone }: Locale): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: zone,
  }).format(date);
}

/** A day of another year is shown with its year, one of this year with its time. */
export function showMoment(date: Date, locale: Locale, now: Date): string {
  const recent = Math.abs(now.getTime() - date.getTime()) < 300 * DAY;
  return new Intl.DateTimeFormat(localeOf(locale.language), {
    day: 'numeric',
    month: 'short',
    ...(recent ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } : { year: 'numeric' }),
    timeZone: locale.zone,
  }).format(date);
}

/**
 * A day, month or year of a text (`2022-10-21`, `2022-10`, `2022`) as it is written in a language: `21 Oct 2022`, without
 * the year where it is this one.
 */
export function showDate(date: string, { language, zone }: Locale, now: Date): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date) ?? [];
  if (year === undefined) return date;
  const thisYear = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: zone }).format(now);
  return new Intl.DateTimeFormat(localeOf(language), {
    ...(year === thisYear ? {} : { year: 'numeric' }),
    ...(day === undefined ? { month: 'long' } : { month: 'short', day: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`));
}

/** `5 minutes ago`, `in 14 hours`. */
export function showAgo(date: Date, now: Date, language: string): string {
  const ms = date.getTime() - now.getTime();
  const format = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  if (Math.abs(ms) < MINUTE) return format.format(0, 'second');
  const [unit, size] =
    Math.abs(ms) < HOUR
      ? (['minute', MINUTE] as const)
      : Math.abs(ms) < 2 * DAY
        ? (['hour', HOUR] as const)
        : (['day', DAY] as const);
  return format.format(Math.round(ms / size), unit);
}

/** `08:30`. */
export function showTime(date: Date, { language, zone }: Locale): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(date);
}

/**
 * `tomorrow 08:30 (in 14 hours)`, `Mon 2 Mar 08:30 (in 5 days)`: something to come. `named` is the zone where it is to be
 * said: `tomorrow 08:30 Europe/Berlin (in 14 hours)`.
 */
export function showSlot(at: Date, locale: Locale, now: Date, named: string | null = null): string {
  const day = (date: Date) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: locale.zone, dateStyle: 'short' }).format(date);
  const days = Math.round((Date.parse(day(at)) - Date.parse(day(now))) / DAY);
  const near = new Intl.RelativeTimeFormat(localeOf(locale.language), { numeric: 'auto' });
  const name = days === 0 || days === 1 ? near.format(days, 'day') : showDay(at, locale);
  const time = [showTime(at, locale), named].filter(Boolean).join(' ');
  return `${name} ${time} (${showAgo(at, now, locale.language)})`;
}

/** `18:00`, `Wed, Mar 4, 08:30`: as it still holds when it is read a day later. */
export function showWhen(at: Date, locale: Locale, now: Date): string {
  const day = showDay(at, locale);
  return [day === showDay(now, locale) ? null : day, showTime(at, locale)]
    .filter(Boolean)
    .join(', ');
}

/** `3 articles`, `1 article`: for operators, who are spoken to in English. */
export function count(n: number, noun: string): string {
  const plural = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${n.toLocaleString('en')} ${n === 1 ? noun : plural}`;
}

/** `24 hours`, `3 days`: a span as it is said. */
export function showSpan(ms: number, language: string): string {
  const [n, unit] =
    ms % DAY === 0 && ms > DAY
      ? [ms / DAY, 'day']
      : ms < HOUR
        ? [ms / MINUTE, 'minute']
        : [ms / HOUR, 'hour'];
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  });
  return format.format(n);
}

export function showCoverage(
  coverage: Pick<Coverage, 'articles' | 'outlets' | 'independent'>,
  language: string,
): string {
  const words = textsIn(language);
  const parts = [words.articles(coverage.articles), words.outlets(coverage.outlets)];
  if (coverage.independent < coverage.outlets) parts.push(words.independent(coverage.independent));
  return parts.join(' · ');
}

/**
 * What the links of a message point to. An article without a known outlet is called by its site; one without either
 * (a file) is numbered, as nothing else says whose it is.
 */
export function sourcesOf(articles: Iterable<Article>, language: string): Map<ArticleId, Source> {
  const sources = new Map<ArticleId, Source>();
  let unnamed = 0;
  for (const article of articles) {
    const label = labelOf(article) ?? textsIn(language).card.source(++unnamed);
    sources.set(article.id, { label, url: article.url });
  }
  return sources;
}

function labelOf(article: Pick<Article, 'outlet' | 'url'>): string | null {
  if (article.outlet) return article.outlet;
  if (!article.url || !URL.canParse(article.url)) return null;
  return new URL(article.url).hostname.replace(/^www\./, '');
}

/** The links behind a claim: each outlet once, at most three, then how many more. */
export function cite(refs: readonly Ref[], sources: ReadonlyMap<ArticleId, Source>): Run[] {
  const seen = new Map<string, ArticleId>();
  for (const ref of refs) {
    const label = sources.get(ref.article)?.label;
    if (label !== undefined && !seen.has(label)) seen.set(label, ref.article);
  }
  const shown = [...seen.values()].slice(0, 3);
  const runs = shown.flatMap((article, i): Run[] => [text(i === 0 ? ' ' : ', '), source(article)]);
  return seen.size > 3 ? [...runs, text(` +${seen.size - 3}`)] : runs;
}

const MICROS = 1_000_000;

/** `2,310 tokens`, with what they cost where the operator said what a token does. */
export function showCost(
  { tokens, micros }: { readonly tokens: number; readonly micros: number },
  { language }: Pick<Locale, 'language'>,
): string {
  const count = textsIn(language).card.tokens(tokens);
  return micros > 0 ? `${count} (${showMoney(micros, language)})` : count;
}

/** In whatever currency the operator counts in; small sums to a hundredth of a cent. */
export function showMoney(micros: number, language: string): string {
  return (micros / MICROS).toLocaleString(localeOf(language), {
    minimumFractionDigits: 2,
    maximumFractionDigits: micros < MICROS ? 4 : 2,
  });
}

/** A quote as it is shown, with what it means in the reader's language marked as a translation: the comma that led over to its speaker goes, nothing else does. */
export function quoteBlock(
  quote: VerifiedQuote,
  language: string,
  meaning: string | null = null,
): Block {
  const translated = meaning === null ? [] : [faint(` · ${textsIn(language).card.means(meaning)}`)];
  return {
    kind: 'quote',
    text: quote.text.replace(/[,،、，]$/u, ''),
    attribution: [...attribute(quote, language), ...translated],
  };
}

/** `translated from English by NAME`. */
export function showTranslation(
  { by, from, left }: { readonly by: string; readonly from: string; readonly left: number },
  language: string,
): string {
  const name = new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(from) ?? from;
  const words = textsIn(language).card;
  return words.translated(name, by) + (left > 0 ? ` (${words.leftOriginal(left)})` : '');
}

const TELLERS = 3;

/** `— Dmitry Peskov, Kremlin spokesman, via TASS` and the outlets that give these words. */
function attribute(quote: VerifiedQuote, language: string): Run[] {
  const words = textsIn(language).card;
  const name = quote.speakerName ?? quote.speaker;
  const role =
    quote.role && !name?.toLowerCase().includes(quote.role.toLowerCase()) ? quote.role : null;
  const via = quote.via && quote.via !== name ? words.via(quote.via) : null;
  const who = [name, role, via].filter(Boolean);
  const tellers = [quote.article, ...(quote.also ?? []).map(({ article }) => article)];
  return [
    text(`— ${who.join(', ') || words.unnamed} `),
    ...tellers
      .slice(0, TELLERS)
      .flatMap((article, i): Run[] => [...(i > 0 ? [text(', ')] : []), source(article)]),
    ...(tellers.length > TELLERS ? [text(` +${tellers.length - TELLERS}`)] : []),
  ];
}
