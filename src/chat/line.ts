/** Words as they stand in a typed line where they shall be text and never an option. */
export function asWords(words: string): string {
  return `"${words.replace(/["“”]/g, "'").trim()}"`;
}
