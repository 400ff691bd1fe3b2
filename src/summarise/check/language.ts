import { functionWords } from '../../text/function-words.ts';

const KNOWN = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl'];
// Fewer words than this hold too few small words to tell languages apart.
const FEWEST_WORDS = 6;

/** Whether a sentence can be of the language: none of the others knows more of its small words. */
export function isIn(text: string, language: string | null): boolean {
  const code = (language ?? '').slice(0, 2).toLowerCase();
  if (!KNOWN.includes(code)) return true;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return true;
  const count = (list: ReadonlySet<string>) =>
    words.filter((w) => w.length > 1 && list.has(w)).length;
  const own = count(functionWords(code));
  return KNOWN.every((other) => other === code || count(functionWords(other)) <= own + 1);
}
