import { describe, expect, test } from 'vitest';
import { type Checked, exactSentences, judged } from '../../quality/claims.ts';

const said = (some: readonly Checked[]) => some.map(({ text, refused }) => `${refused}: ${text}`);

describe('what a model may say of the sample newsroom', () => {
  const all = [...judged(), ...judged('claims-judging')];

  test('is let through where it is true, but for what uses too many words of its own', () => {
    const lost = all.filter(({ changed, refused }) => changed === null && refused !== null);
    expect(said(lost).length, said(lost).join('\n')).toBeLessThanOrEqual(5);
  });

  test('is refused where a name, number, date, no or speaker is another', () => {
    const kinds = new Set(['name', 'number', 'date', 'negation', 'speaker', 'meaning']);
    const passed = all.filter(
      ({ changed, refused }) => kinds.has(changed ?? '') && refused === null,
    );
    // Who denied a charge, and who made it, is not proved; nor who won where the score alone says it.
    expect(said(passed).length, said(passed).join('\n')).toBeLessThanOrEqual(3);
  });

  test('is let through as it stands, unless it speaks for itself', () => {
    const lost = exactSentences().filter(({ refused }) => refused !== null && refused !== 'order');
    expect(said(lost)).toEqual([]);
  });
});
