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

/** An unfolded menu, which the components of neither platform draw. */
export function menuHtml(
  entries: readonly { readonly label: string; readonly hint?: string | undefined }[],
): string {
  const shown = entries.map(({ label, hint }) =>
    tag('div', {}, tag('b', {}, escapeHtml(label)) + tag('small', {}, escapeHtml(hint ?? ''))),
  );
  return tag('div', { class: 'menu' }, shown.join(''));
}

export const MENU_STYLE = `
  .menu { margin: 4px 0 12px 44px; border: 1px solid #8886; border-radius: 8px; max-width: 400px; font-size: 14px; }
  discord-message .menu { margin-left: 0; background: #1e1f22; color: #dbdee1; }
  [light-theme] .menu { background: #fff; color: #313338; }
  .menu div { padding: 8px 12px; }
  .menu b, .menu small { display: block; font-weight: 500; }
  .menu small { opacity: .7; font-size: 12px; }
`;
