import { HOUR } from '../lib/clock.ts';
import type { Newsroom, Outlet, SampleArticle, SocialPost } from './newsroom.ts';
import { fillPlaceholders } from './placeholders.ts';
import { withQuoteMarks } from './quote-marks.ts';

/** An article as its outlet shows it at one moment: placeholders filled, quote marks set, dates known. */
export type Printed = {
  readonly slug: string;
  readonly title: string;
  readonly byline: string | null;
  readonly section: string | null;
  readonly caption: string | null;
  readonly summary: string;
  readonly paragraphs: readonly string[];
  readonly note: string | null;
  readonly post: SocialPost | null;
  readonly publishedAt: Date;
  /** Later than `publishedAt` where the text was changed since. */
  readonly updatedAt: Date;
};

/** The article as it stands at `now`, or undefined where its time has not come. */
export function printArticle(
  article: SampleArticle,
  outlet: Outlet,
  origin: Date,
  now: Date,
): Printed | undefined {
  const timeOf = (hours: number) => new Date(origin.getTime() + hours * HOUR);
  const [first] = article.versions;
  const current = article.versions.findLast(({ hours }) => timeOf(hours) <= now);
  if (!current) return undefined;
  const set = (text: string) =>
    withQuoteMarks(fillPlaceholders(text, origin, outlet.language), outlet.quotes);
  const setOrNull = (text: string | null) => (text === null ? null : set(text));
  return {
    slug: article.slug,
    title: set(current.title),
    byline: article.byline,
    section: article.section,
    caption: setOrNull(article.caption),
    summary: set(article.summary ?? current.paragraphs[0] ?? ''),
    paragraphs: current.paragraphs.map(set),
    note: setOrNull(current.note),
    post: article.post,
    publishedAt: timeOf(first.hours),
    updatedAt: timeOf(current.hours),
  };
}

/** Everything an outlet has published by `now`, newest first. */
export function printOutlet(
  newsroom: Newsroom,
  outlet: Outlet,
  origin: Date,
  now: Date,
): Printed[] {
  return newsroom.articles
    .filter((article) => article.outlet === outlet.slug)
    .map((article) => printArticle(article, outlet, origin, now))
    .filter((printed) => printed !== undefined)
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}
