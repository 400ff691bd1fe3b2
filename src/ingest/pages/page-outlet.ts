import { languageCode } from '../parse/language.ts';
import { webAddress } from '../parse/web-address.ts';
import { field, namesIn, textField } from './json-ld.ts';
import { metaLine, type PageSource } from './page-source.ts';

/** Who publishes the page, in its own words; null where it does not say: never guessed from the address. */
export function pageOutlet(source: PageSource): string | null {
  const publishers = source.articles.flatMap((node) =>
    namesIn(source.data, field(node, 'publisher')),
  );
  return (
    metaLine(source, 'og:site_name') ??
    publishers[0] ??
    metaLine(
      source,
      'application-name',
      'dc.publisher',
      'dcterms.publisher',
      'citation_journal_title',
    )
  );
}

/** The declared language as ISO 639-1. */
export function pageLanguage(source: PageSource): string | null {
  const root = source.document.documentElement;
  const declared = [
    root.getAttribute('lang') ?? root.getAttribute('xml:lang'),
    metaLine(
      source,
      'content-language',
      'og:locale',
      'dc.language',
      'dcterms.language',
      'language',
    ),
    ...source.articles.map((node) => textField(node, 'inLanguage')),
  ];
  return declared.map(languageCode).find((code) => code !== null) ?? null;
}

/** The address the page calls its own, if it is on the same site: another site's would let a page pose as its article. */
export function canonicalUrl(source: PageSource): string | null {
  const link = source.document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  for (const written of [link, source.metas.get('og:url')]) {
    const address = webAddress(written, source.url);
    if (address !== null && (source.url === null || siteOf(address) === siteOf(source.url)))
      return address;
  }
  return null;
}

/** The last two labels of a host, three where the last is a country and the one before it short (co.uk). */
function siteOf(address: string): string {
  const labels = new URL(address).hostname.replace(/\.$/, '').split('.');
  const take =
    labels.length > 2 && (labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 0) <= 3
      ? 3
      : 2;
  return labels.slice(-take).join('.');
}
