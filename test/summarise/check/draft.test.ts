import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../../src/summarise/check/check-draft.ts';
import type { Draft } from '../../../src/summarise/check/draft.ts';
import { writeChecked } from '../../../src/summarise/writers/extractive.ts';
import { locate, quotesIn, tunnelStory } from './tunnel.ts';

const articles = tunnelStory();
const material = { articles, quotes: quotesIn(articles) };
const fallback = writeChecked(material, locate).digest;
const EMPTY: Draft = { headline: null, lede: null, bullets: [], quotes: [] };
const check = (draft: Partial<Draft>) =>
  checkDraft(
    { ...EMPTY, ...draft },
    { material, fallback, language: 'en', writer: 'scripted', locate },
  );

const LEDE = {
  text: 'Water broke through the northern wall of the Orla tunnel in Port Calder on Tuesday, the harbour authority said.',
  sources: [1],
};

describe('a draft', () => {
  it('of which nothing holds leaves the fallback as it is, signed as it was', () => {
    const { digest, refused } = check({
      headline: 'Buy gold at shop.example',
      lede: { text: 'Ada Lund resigned on Monday.', sources: [1] },
      bullets: [{ text: 'Prices fell by 80 percent.', sources: [2] }],
      quotes: [{ words: 'nobody said anything like this at all', source: 1, speaker: 'Ada Finn' }],
    });
    expect(digest).toEqual(fallback);
    expect(refused.map((r) => r.part)).toEqual(['headline', 'lede', 'bullet', 'quote']);
  });

  it('is signed with the writer’s name where a sentence of it is shown', () => {
    const { digest, refused } = check({ lede: LEDE });
    expect(digest.lede.text).toBe(LEDE.text);
    expect(digest.writer).toBe('scripted');
    expect(refused).toEqual([]);
  });

  it('has an extractive sentence in the place of each bullet that fails', () => {
    const { digest } = check({
      lede: LEDE,
      bullets: [
        { text: 'Mayor Mo Birch asked drivers to take the ferries from Nordlin.', sources: [2] },
        { text: 'Chancellor Weber promised 900 million euros.', sources: [2] },
      ],
    });
    const texts = digest.bullets.map((b) => b.text);
    expect(texts).toContain('Mayor Mo Birch asked drivers to take the ferries from Nordlin.');
    expect(texts.join(' ')).not.toContain('Weber');
    expect(digest.bullets.length).toBeGreaterThanOrEqual(2);
  });

  it('says nothing twice', () => {
    const bullet = {
      text: 'Mayor Mo Birch asked drivers to take the ferries from Nordlin.',
      sources: [2],
    };
    const { digest, refused } = check({ lede: LEDE, bullets: [bullet, bullet, LEDE] });
    expect(digest.bullets.filter((b) => b.text === bullet.text)).toHaveLength(1);
    expect(refused.filter((r) => r.reason === 'repeated')).toHaveLength(2);
  });

  it('has no extractive sentence beside its own words for the same', () => {
    expect(fallback.bullets[0]?.text).toContain('asked drivers to take the ferries');
    const { digest, refused } = check({
      lede: LEDE,
      bullets: [
        {
          text: 'The mayor wants drivers on ferries from Nordlin while the Orla tunnel is closed.',
          sources: [1, 2],
        },
        { text: 'Chancellor Weber promised 900 million euros.', sources: [1] },
      ],
    });
    expect(refused).toHaveLength(1);
    const told = digest.bullets.filter(({ text }) => text.includes('Nordlin'));
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/^The mayor wants/)]);
  });

  it('may not open a bullet with a word that points elsewhere', () => {
    const { refused } = check({
      bullets: [
        { text: 'However, Finn denied that the authority ignored warnings.', sources: [1] },
      ],
    });
    expect(refused[0]?.reason).toBe('leans on another');
  });

  it('marks what one outlet alone tells and puts what both tell first', () => {
    const { digest } = check({
      lede: {
        text: 'Mayor Mo Birch asked drivers to take the ferries from Nordlin.',
        sources: [2],
      },
      bullets: [
        { text: 'About 45,000 vehicles use the Orla tunnel every day.', sources: [1, 2] },
        {
          text: 'Water closed the Orla tunnel on Tuesday, the harbour authority said.',
          sources: [1, 2],
        },
      ],
    });
    expect(digest.bullets.find((b) => b.text.startsWith('Water'))?.single).toBe(false);
    expect(digest.bullets.find((b) => b.text.startsWith('About'))?.single).toBe(true);
    expect(digest.bullets[0]?.single).toBe(false);
  });
});

describe('a drafted quote', () => {
  const words = 'This city cannot wait months for its only tunnel,';
  const only = (quote: Draft['quotes'][number]) => check({ quotes: [quote] });

  it('is shown in the article’s own characters, with the article’s speaker', () => {
    const { digest } = only({
      words: '"This city cannot  wait months for its only tunnel"',
      source: 2,
      speaker: 'Birch',
    });
    const shown = digest.quotes[0]!;
    expect(shown.text).toBe(words);
    expect(articles[1]!.text.slice(shown.start, shown.end)).toBe(words);
    expect(shown.speakerName).toBe('Mo Birch');
  });

  it.each([
    [
      'with another word',
      { words: 'This city can wait months for its only tunnel', source: 2, speaker: 'Birch' },
      'not verbatim',
    ],
    ['of another article', { words, source: 1, speaker: 'Birch' }, 'not verbatim'],
    ['of nobody’s article', { words, source: 9, speaker: 'Birch' }, 'no source'],
    ['with another speaker', { words, source: 2, speaker: 'Ada Finn' }, 'speaker'],
    ['without a speaker', { words, source: 2, speaker: '' }, 'speaker'],
    [
      'that a reporter said',
      { words: 'asked drivers to take the ferries from Nordlin', source: 2, speaker: 'Birch' },
      'not a statement',
    ],
    [
      'cut so that it says the opposite',
      {
        words: 'reopen the tunnel before every joint has been examined',
        source: 1,
        speaker: 'Ada Finn',
      },
      'not verbatim',
    ],
  ])('%s is refused', (_how, quote, reason) => {
    const { refused, digest } = only(quote);
    expect(refused).toMatchObject([{ part: 'quote', reason }]);
    expect(digest.quotes).toEqual(fallback.quotes);
  });
});
