/** Text as it stands in HTML, in and outside of attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A start and end tag; attributes that are false or null are left out. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | boolean | null | undefined>>,
  content: string,
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === true) return [` ${key}`];
    return typeof value === 'string' ? [` ${key}="${escapeHtml(value)}"`] : [];
  });
  return `<${name}${written.join('')}>${content}</${name}>`;
}

/** A picture with one letter, as an address. */
export function avatar(letter: string, colour: string): string {
  const box = `<rect width="40" height="40" fill="${colour}"/>`;
  const style = 'font-family="sans-serif" font-weight="700" font-size="22"';
  const text = `<text x="20" y="28" text-anchor="middle" fill="#fff" ${style}>${letter}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">${box}${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
