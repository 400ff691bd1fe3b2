/**
 * The absolute http(s) address that a written one means, null for anything else (`javascript:`, `mailto:`, an
 * address that cannot be read, a relative one with nothing to be relative to).
 */
export function webAddress(written: string | null | undefined, base: string | null): string | null {
  const trimmed = written?.trim() ?? '';
  if (trimmed === '' || trimmed.length > 8_000) return null;
  // An address is kept as it is written: servers may tell apart what URL normalisation would join.
  if (/^https?:\/\/[^\s<>"]+$/i.test(trimmed)) return URL.canParse(trimmed) ? trimmed : null;
  const url = URL.parse(trimmed, base ?? undefined);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

/**
 * Like `webAddress`, but a relative address with nothing to be relative to is kept as it is written: a feed read
 * from a file still tells what it says.
 */
export function webAddressAsKnown(
  written: string | null | undefined,
  base: string | null,
): string | null {
  const trimmed = written?.trim() ?? '';
  const isRelative =
    base === null && trimmed.length < 8_000 && /^(?![a-z][a-z0-9+.-]*:)[^\s<>"]+$/i.test(trimmed);
  return isRelative ? trimmed : webAddress(trimmed, base);
}
