/** Tokens of a prompt and of its answer. */
export type Usage = { readonly input: number; readonly output: number };

/**
 * No fewer tokens than a text has, nearly always: a token for three bytes of Latin letters. English has one for about
 * four; scripts of three bytes a letter have about one a letter.
 */
export function tokensAtMost(text: string): number {
  return Math.ceil(Buffer.byteLength(text, 'utf8') / 3) + 8;
}

/** What tokens cost in millionths of the operator's currency, rounded up; `price` is for a million of them. */
export function costMicros(
  tokens: Usage,
  price: { readonly input: number; readonly output: number },
): number {
  return Math.ceil(tokens.input * price.input + tokens.output * price.output);
}

/** The same usage where it is not over `most` tokens in all, else its like with that many. */
export function atMost(usage: Usage, most: number): Usage {
  const all = usage.input + usage.output;
  if (all <= most) return usage;
  const input = Math.round((usage.input / all) * most);
  return { input, output: most - input };
}
