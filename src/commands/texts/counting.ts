/** What a language (ISO 639-1) is called in another. */
export const languageNameIn = (locale: string, code: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;

/** A day of the week, 1 being Monday: `Mon`. */
export const weekdayIn = (locale: string, day: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    // 1 January 2024 was a Monday.
    new Date(Date.UTC(2024, 0, day)),
  );

/** Numbers, lists and plurals of a language, as Intl has them. */
export function counting(locale: string) {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const all = new Intl.ListFormat(locale, { type: 'conjunction' });
  const one = new Intl.ListFormat(locale, { type: 'disjunction' });
  const plural = (n: number, single: string, several: string): string =>
    rules.select(n) === 'one' ? single : several;
  return {
    number: (n: number): string => numbers.format(n),
    /** The form of a word that a number asks for. */
    plural,
    /** `3 articles`. */
    some:
      (single: string, several: string) =>
      (n: number): string =>
        `${numbers.format(n)} ${plural(n, single, several)}`,
    /** `a, b and c`. */
    and: (names: Iterable<string>): string => all.format(names),
    /** `a, b or c`. */
    or: (names: Iterable<string>): string => one.format(names),
    /** What a language (ISO 639-1) is called: `German`. */
    languageName: (code: string): string => languageNameIn(locale, code),
  };
}
