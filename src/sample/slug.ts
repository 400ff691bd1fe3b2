/** A title as the last part of an address: lower-case ASCII words joined by hyphens, at most about 60 characters. */
export function slugOf(title: string): string {
  const ascii = title
    .replace(/\{\{.*?\}\}/g, ' ')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  const words = ascii.split(/[^a-z0-9]+/).filter(Boolean);
  let slug = words.shift() ?? 'article';
  for (const word of words) {
    if (slug.length + word.length >= 60) break;
    slug += '-' + word;
  }
  return slug;
}
