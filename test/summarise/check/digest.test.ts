import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/news/digest.ts';
import { checkDigest } from '../../../src/summarise/check/check-digest.ts';
import { writeDigest } from '../../../src/summarise/digest.ts';
import { extractiveWriter } from '../../../src/summarise/writers/extractive.ts';
import { article } from '../build.ts';
import { locate, quotesIn, tunnelStory } from './tunnel.ts';

const articles = tunnelStory();
const material = { articles, quotes: quotesIn(articles) };
const digest = writeDigest(material);
const check = (changed: Partial<Digest>) =>
  checkDigest({ ...digest, ...changed }, material, { locate });

describe('an extractive digest', () => {
  it('of clean articles passes whole', async () => {
    expect(checkDigest(digest, material, { locate })).toEqual({ digest, refused: [] });
    const written = await extractiveWriter(locate).write({ ...material, tenant: '*' });
    expect(written).toEqual({ digest, refused: [], trouble: null });
  });

  it('loses a bullet that was changed after it was written', () => {
    const [first, ...rest] = digest.bullets;
    const forged = { ...first!, text: first!.text.replace(/\p{Lu}\p{Ll}{3,}(?= )/u, 'Zorvan') };
    const { digest: checked, refused } = check({ bullets: [forged, ...rest] });
    expect(checked.bullets).toEqual(rest);
    expect(refused).toMatchObject([{ part: 'bullet', text: forged.text }]);
  });

  it('has its first bullet for a lede where the lede does not hold', () => {
    const { digest: checked } = check({
      lede: { text: 'Visit zorvan.example today.', refs: digest.lede.refs },
    });
    expect(checked.lede.text).toBe(digest.bullets[0]?.text);
    expect(checked.bullets).toEqual(digest.bullets.slice(1));
  });

  it('has another title or its lede where its headline may not be shown', () => {
    const { digest: checked } = check({ headline: 'Click www.zorvan.example' });
    expect(checked.headline).toBe('Orla tunnel closed after water breaks in');
  });

  it('has its headline without characters that cannot be seen', () => {
    const { digest: checked, refused } = check({ headline: '\u200bOrla tunnel  closed' });
    expect(checked.headline).toBe('Orla tunnel closed');
    expect(refused).toEqual([]);
  });

  it('loses a quote whose words do not stand where it says', () => {
    const forged = { ...digest.quotes[0]!, start: 3, end: 3 + digest.quotes[0]!.text.length };
    const { digest: checked, refused } = check({ quotes: [forged] });
    expect(checked.quotes).toEqual([]);
    expect(refused).toMatchObject([{ part: 'quote', reason: 'not verbatim' }]);
  });

  it('of articles without a text keeps its title', async () => {
    const bare = { articles: [article({ title: 'A dam broke in Rook' })], quotes: [] };
    const { digest: written } = await extractiveWriter(locate).write({ ...bare, tenant: '*' });
    expect(written.lede.text).toBe('A dam broke in Rook');
  });
});
