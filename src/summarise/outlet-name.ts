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
