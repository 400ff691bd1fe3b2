import { describe, expect, it } from 'vitest';
import type { Digest } from '../../src/news/digest.ts';
import { writeDigest } from '../../src/summarise/digest.ts';
import { isDispute } from '../../src/summarise/disputed.ts';
import { article, quote } from './build.ts';

const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 4, day, hour));

const ferry = () => [
  article({
    title: 'Ferry crew walks out over night shifts - Harbour Times',
    outlet: 'Harbour Times',
    publishedAt: at(18, 8),
    text: [
      'PORT CALDER (HT) — Ferries between Port Calder and the Sandrey islands stopped on Monday after 240 crew members walked out over night shifts.',
      'The walkout left 1,800 travellers stranded in Port Calder, the ferry company Nordlin said. Nordlin put on six buses to the airport.',
      'Union leader Berit Aas said the crews had asked for rest rooms for four years. “We are not striking for money, we are striking for sleep,” Aas said.',
      'However, Nordlin denied that crews were overworked and said night shifts had been agreed in 2024.',
      'Subscribe to our newsletter for more from the harbour.',
    ],
  }),
  article({
    title: 'Sandrey islands cut off as ferry strike begins',
    outlet: 'Island Post',
    publishedAt: at(18, 11),
    text: [
      'The Sandrey islands were cut off on Monday when 240 ferry crew members walked out over night shifts.',
      'About 1,800 travellers were stranded in Port Calder, according to the company Nordlin.',
      'Grocers on the islands said they had fresh milk for three days. Mayor Ture Lind asked the navy to carry medicine.',
      '“Nobody here is against the crews, but the old people need their pills,” Lind said.',
      'Photo: A ferry lies at the quay. (Image: Island Post)',
    ],
  }),
  article({
    title: 'Strike stops ferries | Calder Radio',
    outlet: 'Calder Radio',
    publishedAt: at(18, 15),
    text: [
      'Ferry crews walked out over night shifts on Monday and stopped all boats to the Sandrey islands.',
      'Talks between the union and Nordlin will resume on Wednesday, mediator Ola Renn said. Renn expects them to last two days.',
    ],
  }),
];
const ferryQuotes = (articles: ReturnType<typeof ferry>) => [
  quote(articles[0]!, 'We are not striking for money, we are striking for sleep,', {
    speakerName: 'Berit Aas',
    speaker: 'Aas',
    role: 'Union leader',
  }),
  quote(articles[1]!, 'Nobody here is against the crews, but the old people need their pills,', {
    speakerName: 'Ture Lind',
    speaker: 'Lind',
    role: 'Mayor',
  }),
];

const told = (digest: Digest) =>
  [digest.lede.text, ...digest.bullets.map((b) => b.text)].join('\n');
const ferryDigest = () => {
  const articles = ferry();
  return { articles, digest: writeDigest({ articles, quotes: ferryQuotes(articles) }) };
};

describe('the headline', () => {
  it("is one of the outlets' own, without the outlet's name", () => {
    const { digest } = ferryDigest();
    expect([
      'Ferry crew walks out over night shifts',
      'Sandrey islands cut off as ferry strike begins',
      'Strike stops ferries',
    ]).toContain(digest.headline);
  });

  it.each([
    ['a question', 'Will the bridge ever open again?'],
    ['clickbait', 'You won’t believe what engineers found under the Larn bridge'],
    ['a label', 'WATCH: Larn bridge closed after cracks found'],
    ['an exclamation', 'Larn bridge closed after cracks!!!'],
    ['a pseudo-quote', '“Never seen this before”: cracks at Larn bridge'],
    ['a how', 'How a diver found cracks in the Larn bridge'],
  ])('is no %s where another title says what happened', (_what, title) => {
    const text =
      'The Larn bridge was closed on Tuesday after a diver found cracks in two of its piers, the road office said.';
    const sober = 'Larn bridge closed after diver finds cracks in piers';
    const articles = [
      article({ title, outlet: 'A', text }),
      article({ title: sober, outlet: 'B', text: `${text} Lorries take the road through Pell.` }),
    ];
    expect(writeDigest({ articles, quotes: [] }).headline).toBe(sober);
  });

  it.each([
    ['Bridge closed after cracks found in Larn - The Larn Herald', null],
    ['Bridge closed after cracks found in Larn | Larn Herald', null],
    ['Bridge closed after cracks found in Larn – Northgate', 'Northgate'],
    ['Larn Herald: Bridge closed after cracks found in Larn', 'Larn Herald'],
  ])('loses the publisher in "%s"', (title, outlet) => {
    const digest = writeDigest({
      articles: [
        article({
          title,
          outlet,
          text: 'The bridge in Larn was closed after cracks were found in it.',
        }),
      ],
      quotes: [],
    });
    expect(digest.headline).toBe('Bridge closed after cracks found in Larn');
  });

  it('keeps a dash that belongs to the title', () => {
    const title = 'Holm wins in Larn - but loses the council';
    expect(
      writeDigest({
        articles: [article({ title, text: 'Holm won in Larn but lost the council on Sunday.' })],
        quotes: [],
      }).headline,
    ).toBe(title);
  });
});

describe('lede and bullets', () => {
  it('tell what several outlets tell first and say who else tells it', () => {
    const { articles, digest } = ferryDigest();
    expect(digest.lede.text).toContain('walked out');
    expect(new Set(digest.lede.refs.map((r) => r.article)).size).toBeGreaterThan(1);
    const kinds = digest.bullets.map((b) => b.single);
    expect(kinds).toEqual([...kinds].sort((a, b) => Number(a) - Number(b)));
    const stranded = [digest.lede, ...digest.bullets].find((b) => b.text.includes('1,800'));
    expect(new Set(stranded?.refs.map((r) => r.article))).toEqual(
      new Set(
        digest.lede === stranded
          ? digest.lede.refs.map((r) => r.article)
          : [articles[0]!.id, articles[1]!.id],
      ),
    );
  });

  it('point at the exact sentences they rest on', () => {
    const { articles, digest } = ferryDigest();
    for (const bullet of digest.bullets) {
      const [ref] = bullet.refs;
      const slice =
        articles.find((a) => a.id === ref?.article)?.text.slice(ref?.start, ref?.end) ?? '';
      expect(slice).not.toBe('');
      expect(slice.toLowerCase()).toContain(bullet.text.slice(1).toLowerCase());
    }
  });

  it('leave out datelines, newsletters and captions', () => {
    const { digest } = ferryDigest();
    expect(JSON.stringify(digest)).not.toMatch(/PORT CALDER \(HT\)|Subscribe|Photo:/);
  });

  it('leave out a "However," that ties a sentence to one that is not shown', () => {
    const { digest } = ferryDigest();
    const text = JSON.stringify(digest);
    expect(text).toContain('Nordlin denied that crews were overworked');
    expect(text).not.toContain('However');
  });

  it('mark what only one outlet tells', () => {
    const { digest } = ferryDigest();
    const alone = digest.bullets.filter((b) => b.single);
    expect(alone.length).toBeGreaterThan(0);
    for (const bullet of alone) expect(bullet.refs).toHaveLength(1);
  });

  it('count the copies of one text as one teller', () => {
    const text =
      'A gas leak closed the market in Dunmarsh for six hours on Friday, the fire service said. Nobody was hurt, and traders returned at dusk.';
    const first = article({ title: 'Gas leak closes market', outlet: 'Wire', text });
    const copy = article({
      title: 'Gas leak shuts market',
      outlet: 'Daily',
      text,
      copyOf: first.id,
    });
    const digest = writeDigest({ articles: [first, copy], quotes: [] });
    expect(digest.coverage).toMatchObject({ articles: 2, outlets: 2, independent: 1 });
    expect(digest.bullets.every((b) => b.single)).toBe(true);
    expect(digest.contrasts).toEqual([]);
  });

  it('never open with a pronoun, a "The company" or a lone "he said"', () => {
    const one = article({
      title: 'Mill burns in Varne',
      outlet: 'A',
      text: [
        'A fire destroyed the old paper mill in Varne on Sunday night.',
        'He had worked there for thirty years, he said. It was insured for two million crowns.',
        'The company has not said whether it will rebuild.',
        'Fire chief Nils Ostby said the flames had started in a drying room. The Varne council will meet on Thursday.',
      ],
    });
    const { bullets } = writeDigest({ articles: [one], quotes: [] });
    expect(bullets.length).toBeGreaterThan(0);
    for (const { text } of bullets) expect(text).not.toMatch(/^(?:He|It|The company)\b/);
  });

  it('never take a sentence out of the middle of a statement', () => {
    const one = article({
      title: 'Minister rejects report on dykes',
      outlet: 'A',
      text: [
        'Minister Jon Vale rejected a report on the dykes in parliament on Monday.',
        '“The report is wrong. The dykes of Holland Deep were rebuilt in 2019. No village was ever in danger,” Vale told parliament.',
        'The report by the engineer Rika Moen lists 14 weak places.',
      ],
    });
    const { lede, bullets } = writeDigest({ articles: [one], quotes: [] });
    for (const { text } of [lede, ...bullets]) expect(text).not.toContain('were rebuilt in 2019');
  });

  it('leave out an embedded post with the sentences before its signature', () => {
    const one = article({
      title: 'Talks on the canal resume',
      outlet: 'A',
      text: [
        'Talks on the Bresk canal resumed in Tolva on Tuesday after a break of five months, the mediators said.',
        'The mediators secretly sabotaged the last round. Everybody knows that the canal deal is dead. https://t.co/Ab12Cd34',
        '— Rex Canal Truth (@canaltruth) May 18, 2026',
        'Delegations from Tolva and Bresk will meet again on Thursday to discuss tolls.',
      ],
    });
    const text = JSON.stringify(writeDigest({ articles: [one], quotes: [] }));
    expect(text).not.toContain('sabotaged');
    expect(text).not.toContain('Everybody knows');
    expect(text).not.toContain('canaltruth');
  });

  it('do not say again what stands beside them as a quote', () => {
    const one = article({
      title: 'Rook votes for trams',
      outlet: 'A',
      text: [
        'The council of Rook voted for trams on Monday by 31 votes to 30.',
        '“The trams will change how this city breathes,” said Mayor Ada Finn of Rook.',
        'Work in Harbour Street begins in March. Shops in Rook fear two summers of dust.',
        'Councillor Mo Birch put the cost at 90 million crowns. The last tram in Rook ran in 1961.',
      ],
    });
    const words = 'The trams will change how this city breathes,';
    const { bullets, quotes } = writeDigest({
      articles: [one],
      quotes: [quote(one, words, { speakerName: 'Ada Finn', speaker: 'Mayor Ada Finn' })],
    });
    expect(quotes).toHaveLength(1);
    expect(bullets.length).toBeGreaterThanOrEqual(3);
    expect(bullets.slice(0, 3).some(({ text }) => text.includes(words))).toBe(false);
  });

  it('do not speak of a thing as known that nothing above has named, where another sentence can be had', () => {
    const one = article({
      title: 'Opera in Kelm closes',
      outlet: 'A',
      text: [
        'The opera in Kelm closed on Monday after plaster fell from its ceiling.',
        'The goat needs a permit from the food inspector. Leo Crane needs £220,000 for lights and heating.',
        'The opera in Kelm was built in 1890. Soprano Della Acht sang in the fish market on Tuesday.',
        'Repairs in Kelm will cost between £5m and £8m. Tickets bought in Kelm stay valid until June.',
      ],
    });
    const { bullets } = writeDigest({ articles: [one], quotes: [] });
    expect(bullets.slice(0, 3).some(({ text }) => text.startsWith('The goat'))).toBe(false);
  });

  it('tell no fact twice', () => {
    const say = (outlet: string, words: string) =>
      article({ outlet, title: 'Comet seen over Brinley', text: words });
    const { lede, bullets } = writeDigest({
      articles: [
        say(
          'A',
          'A bright comet was seen over Brinley on Saturday night by hundreds of people. The observatory named the comet Lund-Ray.',
        ),
        say(
          'B',
          'Hundreds of people saw a bright comet over Brinley on Saturday night. The observatory in Brinley stays open until midnight all week.',
        ),
        say(
          'C',
          'On Saturday night a bright comet was seen by hundreds of people over Brinley. The comet will return in 412 years.',
        ),
      ],
      quotes: [],
    });
    expect([lede, ...bullets].filter(({ text }) => text.includes('Saturday'))).toHaveLength(1);
  });

  it('begin with where a story stands that has gone on for days', () => {
    const articles = [
      article({
        outlet: 'A',
        title: 'River rises at Morn',
        publishedAt: at(1),
        text: 'The river Ull rose at Morn on Friday and 30 people left their homes in the lower town. Sandbags were filled.',
      }),
      article({
        outlet: 'A',
        title: 'Dyke at Morn breaks',
        publishedAt: at(5),
        text: 'The dyke at Morn broke on Tuesday and the river Ull flooded 400 homes in the lower town. Boats brought 900 people to safety.',
      }),
    ];
    const digest = writeDigest({ articles, quotes: [] });
    expect(digest.lede.text).toContain('400 homes');
    expect(digest.headline).toBe('Dyke at Morn breaks');
  });

  it('leave out what a later reading of the same address corrects', () => {
    const wrong = article({
      outlet: 'A',
      title: 'Nine hurt in Pell bus crash',
      text: 'Nine people were hurt when a bus hit a wall in Pell on Monday, police said.',
    });
    const right = article({
      outlet: 'A',
      title: 'Six hurt in Pell bus crash',
      text: 'Six people were hurt when a bus hit a wall in Pell on Monday, police said.',
      revises: wrong.id,
    });
    const digest = writeDigest({ articles: [wrong, right], quotes: [] });
    expect(JSON.stringify(digest)).not.toContain('Nine');
    expect(digest.coverage.articles).toBe(1);
  });
});

describe('a text that begins with its own title', () => {
  it('does not give it back as a sentence', () => {
    const title = 'Town hall clock of Essen Vale stops at noon';
    const digest = writeDigest({
      articles: [
        article({
          title,
          text: `${title}\n\nThe clock on the town hall of Essen Vale stopped at noon on Monday and nobody knows why.`,
        }),
      ],
      quotes: [],
    });
    expect(digest.lede.text).toMatch(/^The clock/);
    expect(digest.bullets).toEqual([]);
  });
});

describe('little material', () => {
  it('makes a digest of a headline alone, inventing nothing', () => {
    const digest = writeDigest({
      articles: [article({ title: 'Bakers of Orla strike - Orla News', outlet: 'Orla News' })],
      quotes: [],
    });
    expect(digest).toMatchObject({
      headline: 'Bakers of Orla strike',
      lede: { text: 'Bakers of Orla strike', refs: [] },
      bullets: [],
      quotes: [],
      timeline: [],
    });
  });

  it('makes an empty digest of nothing', () => {
    expect(writeDigest({ articles: [], quotes: [] })).toMatchObject({
      headline: '',
      bullets: [],
      coverage: { articles: 0, first: null },
    });
  });

  it('takes a feed snippet that was cut off for the lede where there is nothing else', () => {
    const digest = writeDigest({
      articles: [
        article({
          title: 'Orla baker wins prize',
          text: 'A baker from Orla has won the grain prize for a loaf made of',
        }),
      ],
      quotes: [],
    });
    expect(digest.lede.text).toContain('A baker from Orla');
    expect(digest.lede.refs).toHaveLength(1);
  });
});

describe('quotes', () => {
  const source = article({
    title: 'Council votes on trams',
    outlet: 'A',
    text: [
      'The council of Rook voted for trams on Monday. “The trams will change how this city breathes,” said Mayor Ada Finn. “I have waited for this evening for eleven years,” she added.',
      '“Our shops will lose a whole summer to dust,” said Paul Ekes, a shopkeeper. “Nothing at all,” he answered when asked what he had been offered. “It will cost twice what they say it will,” said Councillor Mo Birch.',
      '“The money for the trams is not there,” said Treasurer Lia Voss.',
    ],
  });
  const other = article({
    title: 'Trams for Rook',
    outlet: 'B',
    text: 'Rook gets trams. Mayor Ada Finn said “the trams will change how this whole city breathes” and left.',
  });
  const by = (words: string, speakerName: string, more = {}) =>
    quote(source, words, { speakerName, speaker: speakerName, ...more });
  const digestWith = (quotes: ReturnType<typeof by>[]) =>
    writeDigest({ articles: [source, other], quotes }).quotes;

  it('shows at most four, different speakers first', () => {
    const shown = digestWith([
      by('The trams will change how this city breathes,', 'Ada Finn', { confidence: 0.99 }),
      by('I have waited for this evening for eleven years,', 'Ada Finn', { confidence: 0.99 }),
      by('Our shops will lose a whole summer to dust,', 'Paul Ekes', { confidence: 0.8 }),
      by('It will cost twice what they say it will,', 'Mo Birch', { confidence: 0.7 }),
      by('The money for the trams is not there,', 'Lia Voss', { confidence: 0.6 }),
    ]);
    expect(shown.map((q) => q.speakerName).sort()).toEqual([
      'Ada Finn',
      'Lia Voss',
      'Mo Birch',
      'Paul Ekes',
    ]);
  });

  it('shows a second one by the same person where few speak, and no third', () => {
    const shown = digestWith([
      by('The trams will change how this city breathes,', 'Ada Finn'),
      by('I have waited for this evening for eleven years,', 'Ada Finn'),
      by('It will cost twice what they say it will,', 'Ada Finn'),
    ]);
    expect(shown).toHaveLength(2);
  });

  it('shows a statement once that two outlets give in nearly the same words', () => {
    const shown = digestWith([
      by('The trams will change how this city breathes,', 'Ada Finn'),
      quote(other, 'the trams will change how this whole city breathes', {
        speakerName: 'Ada Finn',
        speaker: 'Mayor Ada Finn',
      }),
    ]);
    expect(shown).toHaveLength(1);
  });

  it.each([
    ['shorter than five words', () => by('Nothing at all,', 'Paul Ekes')],
    [
      'that is a fragment',
      () => by('The money for the trams is not there,', 'Lia Voss', { use: 'fragment' as const }),
    ],
    [
      'that is mangled',
      () => by('The money for the trams is not there,', 'Lia Voss', { use: 'mangled' as const }),
    ],
    [
      'that was refused',
      () => by('The money for the trams is not there,', 'Lia Voss', { use: 'reject' as const }),
    ],
    [
      'whose words were changed',
      () =>
        by('The money for the trams is not there,', 'Lia Voss', {
          text: 'The money for the trams is all there,',
        }),
    ],
    [
      'of an article that is not in the story',
      () => by('The money for the trams is not there,', 'Lia Voss', { article: 9_999 }),
    ],
    [
      'by nobody',
      () => by('The money for the trams is not there,', 'x', { speaker: null, speakerName: null }),
    ],
    [
      'by an unresolved "he"',
      () => by('The money for the trams is not there,', 'x', { speaker: 'he', speakerName: null }),
    ],
    [
      'that is most likely given to the wrong person',
      () => by('The money for the trams is not there,', 'Lia Voss', { confidence: 0.3 }),
    ],
  ])('shows none %s', (_what, make) => {
    expect(digestWith([make()])).toEqual([]);
  });
});

describe('contrasts, timeline, numbers and disputes', () => {
  it('set figures side by side where two outlets count the same thing differently', () => {
    const tell = (outlet: string, n: number) =>
      article({
        outlet,
        title: 'Landslide at Mount Orv',
        text: `A landslide at Mount Orv buried ${n} houses in the village of Tarn on Sunday, rescuers said. Rescuers from ${outlet === 'A' ? 'Kell' : 'Dray'} brought dogs.`,
      });
    const { contrasts } = writeDigest({
      articles: [tell('Alpha', 12), tell('Beta', 15)],
      quotes: [],
    });
    expect(contrasts[0]?.text).toMatch(/Alpha: .*12 houses.* \/ Beta: .*15 houses/);
    expect(contrasts[0]?.refs).toHaveLength(2);
  });

  it('name the outlet that alone tells something', () => {
    const { digest } = ferryDigest();
    for (const { text } of digest.contrasts)
      expect(text).toMatch(/^(?:Harbour Times|Island Post|Calder Radio): /);
  });

  it('place weekdays by when the article was published', () => {
    const { digest } = ferryDigest();
    expect(digest.timeline.map((t) => t.date)).toContain('2026-05-18');
    const renewed = digest.timeline.find((t) => t.text.includes('Wednesday'));
    expect(renewed?.date).toBe('2026-05-20');
  });

  it('leave weekdays out where the article has no date', () => {
    const undated = ferry().map((a) => ({ ...a, publishedAt: null }));
    expect(writeDigest({ articles: undated, quotes: [] }).timeline).toEqual([]);
  });

  it('give numbers with what they count', () => {
    const { digest } = ferryDigest();
    expect(digest.numbers).toContainEqual(
      expect.objectContaining({ value: 1800, unit: 'travellers' }),
    );
    expect(digest.numbers.every((n) => n.refs.length > 0)).toBe(true);
  });

  it('tell a denial apart, with who denies', () => {
    const { digest } = ferryDigest();
    expect(digest.disputed[0]?.text).toMatch(/^Nordlin denied/);
    expect(told(digest)).not.toContain('Nordlin denied');
  });

  it('are between parties: who is accused of a deed may stand before a court', () => {
    expect(isDispute('Orla accused Larn of keeping the fish.')).toBe(true);
    expect(isDispute('Larn has been accused by Orla of keeping the fish.')).toBe(true);
    expect(isDispute('Two men accused of stealing fish were brought before a court.')).toBe(false);
    expect(isDispute('Four bakers were held, accused of being in the hall.')).toBe(false);
  });

  it('take a denied bail or a settlement without admission for no dispute', () => {
    const one = article({
      title: 'Trader stays in jail',
      text: [
        'A judge in Voss denied bail to the trader Ian Crake on Friday.',
        'Crake settled a first case in 2020 without admitting or denying the findings.',
        'The trial of Crake begins in June in Voss.',
        'Crake has been in jail since March.',
        'Prosecutors in Voss say Crake hid nine million crowns.',
        'Lawyers for Crake expect a long trial.',
      ],
    });
    expect(writeDigest({ articles: [one], quotes: [] }).disputed).toEqual([]);
  });
});

describe('coverage and changes', () => {
  it('count an article without an outlet by its host, or else for itself', () => {
    const text = 'A whale swam into the port of Lynne on Monday.';
    const { coverage } = writeDigest({
      articles: [
        article({ text, url: 'https://a.example/1' }),
        article({ text, url: 'https://a.example/2' }),
        article({ text }),
        article({ text }),
      ],
      quotes: [],
    });
    expect(coverage).toMatchObject({ articles: 4, outlets: 3 });
  });

  it('know the first and the last publication', () => {
    const { digest } = ferryDigest();
    expect(digest.coverage.first).toEqual(at(18, 8));
    expect(digest.coverage.last).toEqual(at(18, 15));
  });

  it('say what changed only against something told', () => {
    const articles = ferry();
    expect(writeDigest({ articles, quotes: [] }).whatChanged).toBeNull();
    const first = writeDigest({ articles: articles.slice(0, 1), quotes: [] });
    const before = [first.lede.text, ...first.bullets.map((b) => b.text)];
    const later = writeDigest({ articles, quotes: [], told: before });
    expect(later.whatChanged).not.toBeNull();
    expect(before).not.toContain(later.whatChanged);
    const same = writeDigest({
      articles,
      quotes: [],
      told: [later.lede.text, ...later.bullets.map((b) => b.text)],
    });
    expect(same.whatChanged).toBeNull();
  });
});

describe('other languages', () => {
  it('are digested in the language most outlets tell the story in', () => {
    const german = (outlet: string, text: string) =>
      article({ outlet, language: 'de', title: 'Brücke bei Moor gesperrt', text });
    const digest = writeDigest({
      articles: [
        article({
          outlet: 'A',
          language: 'en',
          title: 'Bridge near Moor closed',
          text: 'The bridge near Moor was closed on Monday after cracks were found by a diver.',
        }),
        german(
          'B',
          'Die Brücke bei Moor ist seit Montag gesperrt, weil ein Taucher Risse entdeckt hat. Der Verkehr wird über Lenz umgeleitet.',
        ),
        german(
          'C',
          'Nach dem Fund von Rissen durch einen Taucher ist die Brücke bei Moor gesperrt worden. Die Reparatur kostet 3,5 Millionen Euro.',
        ),
      ],
      quotes: [],
    });
    expect(digest.headline).toBe('Brücke bei Moor gesperrt');
    expect(told(digest)).not.toContain('The bridge');
    expect(digest.numbers).toContainEqual(
      expect.objectContaining({ value: 3_500_000, unit: 'EUR' }),
    );
  });

  it('do not take a Spanish "Es" or an Italian "Il" for a pronoun', () => {
    const spanish = article({
      language: 'es',
      title: 'El faro de Brisa',
      text: [
        'El faro de Punta Brisa volvió a encenderse el lunes tras nueve años.',
        'Unas 300 personas acudieron a la ceremonia en Punta Brisa.',
      ],
    });
    expect(writeDigest({ articles: [spanish], quotes: [] }).lede.text).toContain('El faro');
    const italian = article({
      language: 'it',
      title: 'Il ponte di Varra riapre',
      text: [
        'Il ponte di Varra ha riaperto lunedì dopo due anni di lavori.',
        'Il comune di Varra ha speso nove milioni di euro.',
      ],
    });
    const digest = writeDigest({ articles: [italian], quotes: [] });
    expect([digest.lede.text, ...digest.bullets.map((b) => b.text)].join(' ')).toContain(
      'nove milioni',
    );
  });
});
