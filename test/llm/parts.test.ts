import { describe, expect, it } from 'vitest';
import { jsonIn } from '../../src/llm/answer-text.ts';
import { retryAfterMs } from '../../src/llm/retry-after.ts';
import { tokensAtMost } from '../../src/llm/tokens.ts';

describe('the JSON in a model’s words', () => {
  it.each([
    ['alone', '{"a": {"b": "}"}}', { a: { b: '}' } }],
    ['in a fence', '```json\n{"a": 1}\n```', { a: 1 }],
    ['behind thoughts', '<think>{"a": 2}</think>{"a": 1}', { a: 1 }],
    ['inside talk', 'Use {braces}: {"a": 1} – done {', { a: 1 }],
    ['cut in half', '{"a": [1, 2', undefined],
    ['a list', '[{"a": 1}]', { a: 1 }],
    ['none', 'no', undefined],
  ])('%s', (_how, text, json) => {
    expect(jsonIn(text)).toEqual(json);
  });

  it('is looked for in a flood of braces in little time', () => {
    expect(jsonIn('{'.repeat(200_000))).toBeUndefined();
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-03-04T12:00:00Z');
  it.each([
    ['3', 3_000],
    ['0', 0],
    ['Wed, 04 Mar 2026 12:00:10 GMT', 10_000],
    ['Wed, 04 Mar 2026 11:00:00 GMT', 0],
    ['999999999', 86_400_000],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('%s is %s ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});

it('a text is never taken for fewer tokens than its scripts have letters of three bytes', () => {
  expect(tokensAtMost('水'.repeat(300))).toBeGreaterThanOrEqual(300);
  expect(tokensAtMost('word '.repeat(100))).toBeGreaterThanOrEqual(100);
});
