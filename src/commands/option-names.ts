/** What people call options by who have not looked them up. */
export const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['language', 'lang'],
  ['timezone', 'tz'],
]);

/** The option somebody means: by its own name, or by another one where there is none of that name. */
export function optionNamed(typed: string, options: Readonly<Record<string, unknown>>): string {
  const other = OTHER_NAMES.get(typed);
  const isMeant = other !== undefined && Object.hasOwn(options, other);
  return isMeant && !Object.hasOwn(options, typed) ? other : typed;
}
