import { functionWords } from '../text/function-words.ts';

// What questions are asked with, beside the function words of text/function-words.ts.
const ASKING: Readonly<Record<string, string>> = {
  en: `what who whom whose when where why how which did does do has have had is was were are said say tell quotes`,
  de: `was wer wen wem wessen wann wo wohin woher warum wieso weshalb wie welche welcher welches sagte sagt gesagt`,
  es: `qué que quién quiénes cuándo dónde cómo cuál cuáles cuánto cuánta cuántos cuántas por dijo dice`,
  fr: `quoi qui quand où pourquoi comment quel quelle quels quelles combien est-ce qu'a qu'est-ce t-il t-elle dit`,
  it: `cosa chi quando dove perché come quale quali quanto quanta quanti quante ha detto`,
};
const asking = Object.entries(ASKING).map(
  ([language, words]) => [language, new Set(words.split(/\s+/))] as const,
);

/** The language (ISO 639-1) a question is most likely asked in, by its small words; `given` where they do not tell. */
export function languageOfQuestion(words: readonly string[], given: string | null): string {
  let best = (given ?? 'en').slice(0, 2).toLowerCase();
  let most = 0;
  const first = words[0] ?? '';
  for (const [language, set] of asking) {
    const small = functionWords(language);
    let count = words.filter((w) => set.has(w) || small.has(w)).length + (set.has(first) ? 1 : 0);
    if (language === best) count += 0.5;
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}
