import { expect, test } from 'vitest';
import { withQuoteMarks } from '../../src/sample/quote-marks.ts';

test.each([
  ['curly', `"It's 'late'," he said. "Go!"`, '“It’s ‘late’,” he said. “Go!”'],
  ['curly', `the dogs' bowl ("empty")`, 'the dogs’ bowl (“empty”)'],
  ['german', `"Das war's", sagte sie.`, '„Das war’s“, sagte sie.'],
  ['guillemets', `Dijo: "Vuelve".`, 'Dijo: «Vuelve».'],
  ['straight', `"It's late"`, `"It's late"`],
] as const)('%s marks stand where they open and close', (style, plain, printed) => {
  expect(withQuoteMarks(plain, style)).toBe(printed);
});
