import { HOUR } from '../lib/clock.ts';

const PLACEHOLDER = /\{\{(weekday|date):(-?\d+(?:\.\d+)?)\}\}/g;

const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  weekday: { weekday: 'long', timeZone: 'UTC' },
  date: { day: 'numeric', month: 'long', timeZone: 'UTC' },
};

/**
 * Fills `{{weekday:-20}}` and `{{date:-20}}` with the day, in UTC, that many hours from the newsroom's start.
 * Throws on a placeholder of another kind, so that none is ever printed.
 */
export function fillPlaceholders(text: string, origin: Date, language: string): string {
  const filled = text.replace(PLACEHOLDER, (_, kind: string, hours: string) =>
    new Intl.DateTimeFormat(language, FORMATS[kind]).format(
      new Date(origin.getTime() + Number(hours) * HOUR),
    ),
  );
  const left = /\{\{.*?\}\}|\{\{|\}\}/.exec(filled);
  if (left)
    throw new Error(`there is no placeholder ${left[0]}: use {{weekday:HOURS}} or {{date:HOURS}}`);
  return filled;
}
