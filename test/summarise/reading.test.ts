import { describe, expect, it } from 'vitest';
import { changesOf } from '../../src/summarise/changes.ts';
import { writeDigest } from '../../src/summarise/digest.ts';
import { judges } from '../../src/summarise/judging.ts';
import { leans } from '../../src/summarise/leaning.ts';
import { teases } from '../../src/summarise/rate-title.ts';
import { shortened, shortenedTitle } from '../../src/summarise/shorten.ts';
import { countVerbs, hasVerb } from '../../src/summarise/verbs.ts';
import { article } from './build.ts';

describe('a sentence that leans', () => {
  it.each([
    ['Yet the mayor had signed the paper himself.', 'en'],
    ['Three of them were kept in hospital overnight.', 'en'],
    ['In both cases the door had been left open.', 'en'],
    ['The upshot is that nobody in Orla pays the toll.', 'en'],
    ['Now she hopes that the court of Larn will listen.', 'en'],
    ['Loud repairs at the bridge will cost him more than he can pay.', 'en'],
    ['Why it flowers in Orla only now is not known to anybody.', 'en'],
    ['By the evening 31 of them had been let go.', 'en'],
    ['Petra Holm, the mayor, said she would pay part of it.', 'en'],
    ['The mill stays shut until spring, they said.', 'en'],
    ['One was found in the harbour of Larn on Monday.', 'en'],
    ['Some have left Orla since.', 'en'],
    ['Cuatro de ellos llevaban grano al puerto de Orla.', 'es'],
    ['La decisión llega después de dos años de espera.', 'es'],
    ['Zwei von ihnen wurden in Larn behandelt.', 'de'],
  ])('opens with what stands before it: %s', (text, language) => {
    expect(leans(text, language)).toBe(true);
  });

  it.each([
    ['Instead of a bridge, Larn gets a ferry.', 'en'],
    ['Holm and his crew rowed back to Larn.', 'en'],
    ['A baker from Orla said he had seen the smoke.', 'en'],
    ['Half of the houses in Orla have no roof.', 'en'],
    ['One of the pilots of Larn harbour lost his licence on Monday.', 'en'],
    ['Some 300 sheep were driven through Orla.', 'en'],
    ['Most voters in Larn stayed at home.', 'en'],
    ['Orla counted eleven boats, two of them with a hole.', 'en'],
    ['The council sold the mill but kept part of it for the school.', 'en'],
    ['La alcaldesa de Orla cerró el puente.', 'es'],
  ])('is not: %s', (text, language) => {
    expect(leans(text, language)).toBe(false);
  });
});

describe('shortening', () => {
  const limits = { least: 6, most: 20 };

  it('leaves a relative clause, a participle or a second half behind', () => {
    const main = 'The council of Orla closed the old bridge on Monday';
    for (const rest of [
      ', which two lorries had damaged in the spring.',
      ', cutting the only road to the mill.',
      '; a ferry takes people across until autumn.',
      ' — the third closure within a year.',
      ', as well as the footpath beside the mill.',
      ', even as the mayor of Larn asked for another week.',
      ', arguing that nobody could tell how long its piers would stand.',
      ' after a diver had found cracks in two of the piers below the water.',
    ])
      expect(shortened(main + rest, limits)).toBe(main);
  });

  it.each([
    [
      'turns its sense',
      'The council closed the old bridge on Monday, but opened it again an hour later.',
    ],
    [
      'tells whose words it is',
      'The bridge was close to falling down on Monday, as the road office said.',
    ],
    [
      'tells whose words it is, behind a participle',
      'The bridge was close to falling down, warning signs said, on Monday, saying nothing new, the office said.',
    ],
    [
      'holds its verb',
      'The mayor of Orla, who had closed the bridge in spring, said it would open.',
    ],
    [
      'comes back from a dash',
      'The bridge closed on Monday — which is market day — to all but walkers.',
    ],
    [
      'closes its quote',
      'The office said “the bridge will be closed, which is safer for everybody” on Monday.',
    ],
  ])('keeps what follows where it %s', (_why, text) => {
    expect(shortened(text, { least: 4, most: 11 })).toBeUndefined();
  });

  it('gives a title without where and when', () => {
    expect(
      shortenedTitle(
        'A freight train carrying grain left the rails near the village of Larn after heavy rain had washed out the bank.',
        { least: 30, most: 80 },
      ),
    ).toBe('A freight train carrying grain left the rails near the village of Larn');
  });

  it('never leaves a title without what its verb speaks of', () => {
    const limits = { least: 20, most: 60 };
    expect(
      shortenedTitle(
        'The road office of Orla is warning against a bridge that two lorries broke.',
        limits,
      ),
    ).toBeUndefined();
    expect(
      shortenedTitle(
        'He bought the reel because he liked its tin, however, it is worth a fortune.',
        limits,
      ),
    ).toBe('He bought the reel because he liked its tin');
    expect(
      shortenedTitle(
        'Police say a driver suspected of theft in Larn and sought in Orla for weeks has been found.',
        limits,
      ),
    ).toBeUndefined();
  });

  it('counts a helped verb once, and finds none where there is none', () => {
    expect(countVerbs('The baker was badly hurt and left')).toBe(2);
    expect(hasVerb('Orla 3, Larn 2 (after extra time).')).toBe(false);
    expect(hasVerb('More than 300 bakers in the United States.')).toBe(false);
  });
});

describe('titles', () => {
  it.each([
    'Now Orla: mill goes up in smoke',
    'Saved! The mill of Orla stays',
    'LIVE: Mill on fire in Orla',
    'Watch Live: The mill of Orla burns',
    '5 takeaways from the mill fire in Orla',
    'Mill fire: how a baker saved Orla',
    'What the mill fire means for your bread',
    'They lost the mill: Orla after the fire',
  ])('that tease: %s', (title) => {
    expect(teases(title)).toBe(true);
  });

  it.each([
    'Fire destroys mill in Orla, nobody hurt',
    'Mill owner Holm says ‘what we lost can be rebuilt’ in Orla',
    'Holm & Aarup to rebuild mill in Orla',
  ])('that tell: %s', (title) => {
    expect(teases(title)).toBe(false);
  });

  const text =
    'A fire destroyed the mill of Orla on Monday. The eleven people at work in it were not hurt, the fire service said. Petra Holm, who owns it, wants to build another.';

  it('all of which tease are replaced by what the lede says', () => {
    const { headline } = writeDigest({
      articles: [article({ title: 'You won’t believe what burned in Orla!', text })],
      quotes: [],
    });
    expect(headline).toBe('A fire destroyed the mill of Orla on Monday');
  });

  it('lose a cry before them, and their ampersand unless it is a name’s', () => {
    const headlineOf = (title: string) =>
      writeDigest({ articles: [article({ title, text })], quotes: [] }).headline;
    expect(headlineOf('Gone! Fire destroys mill of Orla & spares eleven people')).toBe(
      'Fire destroys mill of Orla and spares eleven people',
    );
    expect(headlineOf('Fire destroys the old mill of Orla.')).toBe(
      'Fire destroys the old mill of Orla',
    );
    expect(headlineOf('Fire destroys mill of Holm & Aarup in Orla')).toBe(
      'Fire destroys mill of Holm & Aarup in Orla',
    );
  });

  it('are whole where no article has one', () => {
    const { headline } = writeDigest({
      articles: [
        article({
          text: 'The council of the island of Orla decided on Monday evening after a debate of nearly seven hours to close the old bridge at the mill, which two lorries had damaged in the spring.',
        }),
      ],
      quotes: [],
    });
    expect(headline).not.toMatch(/…|[,;]$|\b(?:of|the|to|at|which)$/);
  });
});

describe('opinions', () => {
  it('are told from reports by their words', () => {
    expect(judges('The mayor’s pathetic speech bored Orla.')).toBe(true);
    expect(judges('The mayor spoke in Orla for two hours.')).toBe(false);
  });

  it.each([
    'The mayor of Orla kept her out of the council, probably because Holm was bad at sums.',
    'By then Petra Holm was a laughing stock.',
    'Wealth and beauty are prized in modern society.',
    'Sadly, the bridge of Orla did not hold.',
    'The bridge of Orla, alas, did not hold.',
    'The mayor’s account of the bridge is plainly false.',
    'The mayor does not understand that bridges rust.',
    'A bridge without a rail is not just a moral failure: it costs lives.',
  ])('are known by their kind: "%s"', (text) => {
    expect(judges(text)).toBe(true);
  });

  it.each([
    'The bridge of Orla fell because of rust.',
    'The club in Orla was the home of two clowns and a puppet for years.',
    'The road office does not know when the bridge opens.',
    'Petra Holm lost her seat in the culture ministry.',
  ])('are not seen in "%s"', (text) => {
    expect(judges(text)).toBe(false);
  });

  it('are shown only with whose they are', () => {
    const digest = writeDigest({
      articles: [
        article({
          outlet: 'A',
          title: 'Orla votes on bridge',
          text: 'Orla voted on Monday to build a second bridge at the mill. Mayor Petra Holm gave an utterly shameful speech about the bridge in Orla. Treasurer Jens Aarup called the price of the bridge in Orla a disgrace.',
        }),
      ],
      quotes: [],
    });
    const told = [digest.lede, ...digest.bullets].map((c) => c.text).join(' ');
    expect(told).not.toContain('shameful');
    expect(told).toContain('disgrace');
  });
});

describe('what changed', () => {
  const claim = (text: string) => ({ text, refs: [] });
  const bullet = (text: string) => ({ ...claim(text), single: true });
  const told = [
    'The bridge at Orla was closed on Monday after a diver found cracks in two of its piers.',
    'Lorries take the road through Larn.',
  ];
  const changed = (lede: string, ...bullets: string[]) =>
    changesOf({ language: 'en' }, { lede: claim(lede), bullets: bullets.map(bullet) }, told);

  it('is one or two sentences, the weightiest, in the order of the digest', () => {
    const text = changed(
      'Divers found a third pier of the Orla bridge broken on Wednesday. The repair will take until March, the road office said.',
      'A ferry starts on Friday.',
      'Schools in Orla open an hour later.',
      'Petra Holm, the mayor, asked the state for help.',
    );
    expect(text).toBe(
      'Divers found a third pier of the Orla bridge broken on Wednesday. The repair will take until March, the road office said.',
    );
  });

  it('is null where all that is new is beside the story', () => {
    expect(
      changed(
        'The bridge at Orla was closed on Monday after a diver found cracks in two of its piers.',
        'Petra Holm left by a side door and lit a pipe.',
        'Deckhands had been singing in the Anchor all evening.',
      ),
    ).toBeNull();
  });

  it('prefers what is to come, what is counted and what the headline speaks of to what was before', () => {
    const text = changed(
      'The bridge at Orla was closed on Monday after a diver found cracks in two of its piers.',
      'The choir had been stuck in Larn since the bridge was shut.',
      'The repair will take until March, the road office said.',
    );
    expect(text).toMatch(/^The repair will take until March/);
  });

  it('counts what the newest article tells for more', () => {
    const at = (hours: number) => new Date(Date.UTC(2030, 4, 1, hours));
    const from = (text: string, article: number) => ({
      text,
      refs: [{ article, start: 0, end: text.length }],
      single: true,
    });
    // Together they are too long: one of the two is shown.
    const road =
      ' for the mill, the school, the harbour, the market and the three farms behind the hill, which have had no other road since the old ford was dug up';
    const bullets = [
      from(`The Orla bridge carries 900 lorries on a usual day of the week,${road}.`, 1),
      from(`The Orla bridge has opened to walkers and to 40 carts with food,${road}.`, 2),
    ];
    const digest = { headline: 'Orla bridge', lede: claim(told[0]!), bullets };
    const articles = [
      { id: 1, publishedAt: at(0) },
      { id: 2, publishedAt: at(90) },
    ];
    expect(changesOf({ language: 'en', articles }, digest, told)).toMatch(/has opened to walkers/);
    expect(changesOf({ language: 'en' }, digest, told)).toMatch(/900 lorries/);
  });

  it('leaves out what was told, also in other sentences', () => {
    expect(
      changed(
        'The bridge at Orla was closed after a diver found cracks in two piers. A ferry takes walkers across from Friday.',
        'Lorries take the road through Larn.',
      ),
    ).toBe('A ferry takes walkers across from Friday.');
  });

  it('never begins with a sentence that needs one that was told', () => {
    expect(
      changed(
        'The bridge at Orla was closed on Monday after a diver found cracks in two of its piers. He had been sent down by the insurer.',
      ),
    ).toBeNull();
  });

  it('counts another number in the same sentence as news', () => {
    expect(
      changed(
        'The bridge at Orla was closed on Monday after a diver found cracks in 3 of its piers.',
      ),
    ).toMatch(/3 of its piers/);
  });
});

describe('a story of days', () => {
  it('is opened by its latest news', () => {
    const day = (n: number) => new Date(Date.UTC(2030, 4, n, 9));
    const articles = [
      article({
        outlet: 'A',
        title: 'Bridge at Orla closed',
        publishedAt: day(1),
        text: 'The bridge at Orla was closed on Wednesday after a diver found cracks in two piers. Lorries take the road through Larn.',
      }),
      article({
        outlet: 'B',
        title: 'Orla bridge closed over cracks',
        publishedAt: day(1),
        text: 'Orla closed its bridge on Wednesday because of cracks in two piers. The mill is cut off.',
      }),
      article({
        outlet: 'A',
        title: 'Bridge at Orla open again',
        publishedAt: day(6),
        text: 'The bridge at Orla opened again on Monday with two new piers of steel. Petra Holm, the mayor, was the first to cross it.',
      }),
    ];
    const digest = writeDigest({ articles, quotes: [] });
    expect(digest.lede.text).toMatch(/^The bridge at Orla opened again/);
    expect(digest.headline).toBe('Bridge at Orla open again');
  });
});

describe('a sentence of more than forty words', () => {
  const long =
    'The council of Orla voted on Monday evening to close the old bridge at the mill for the whole of the winter, cutting off the farms beyond the river from the school, the doctor, the market and the only petrol station that the valley has had since the spring.';

  it('is shown as far as it stands alone, and its ref ends there', () => {
    const source = article({ title: 'Orla council votes to close old bridge at mill', text: long });
    const { lede } = writeDigest({ articles: [source], quotes: [] });
    expect(lede.text).toBe(
      'The council of Orla voted on Monday evening to close the old bridge at the mill for the whole of the winter.',
    );
    const ref = lede.refs[0]!;
    expect(`${source.text.slice(ref.start, ref.end)}.`).toBe(lede.text);
  });

  it('stays whole where it asks, and so is not told', () => {
    const asked = `Will the council of Orla close the old bridge at the mill for the whole of the winter, as it did a year ago${long.slice(107).replace('.', '?')}`;
    const one = article({
      title: 'Orla council to vote on old bridge at mill',
      text: `The council of Orla votes on the old bridge at the mill on Monday. ${asked}`,
    });
    const { bullets } = writeDigest({ articles: [one], quotes: [] });
    expect(asked.split(' ').length).toBeGreaterThan(40);
    expect(bullets).toEqual([]);
  });
});
