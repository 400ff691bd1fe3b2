import { describe, expect, it } from 'vitest';
import { isAttributed, marksBalance } from '../../src/summarise/attribution.ts';
import {
  isBoilerplate,
  isCaption,
  isFurniture,
  isPictured,
} from '../../src/summarise/boilerplate.ts';
import { datelineLength } from '../../src/summarise/dateline.ts';
import { datesIn } from '../../src/summarise/dates.ts';
import { isDispute } from '../../src/summarise/disputed.ts';
import { embeddedPosts } from '../../src/summarise/embedded-posts.ts';
import { figuresConflict, figuresOf } from '../../src/summarise/figures.ts';
import { tidy } from '../../src/summarise/prose.ts';
import { storySentences } from '../../src/summarise/sentence.ts';
import { dangles } from '../../src/summarise/standalone.ts';
import { summariseDocuments } from '../../src/summarise/summary.ts';
import { article } from './build.ts';

describe('boilerplate', () => {
  it.each([
    'Subscribe to our newsletter.',
    'Sign up for our free daily newsletter and never miss a story.',
    'We use cookies to improve your experience.',
    'Read more: the long road to Orla',
    'Additional reporting by Mo Birch in Orla.',
    'Ada Finn contributed to this report.',
    '© 2026 Harbour Media. All rights reserved.',
    'Click here to watch the video.',
    'Follow us on Facebook and Instagram!',
    'Lesen Sie auch: Der Deich von Moor',
    'Suscríbete a nuestro boletín.',
    'Abonnez-vous à notre lettre.',
    'Leggi anche: il ponte di Varra',
    'Your browser does not support this.',
    'This article was originally published by the Orla Post.',
  ])('"%s" is none of the story', (sentence) => {
    expect(isBoilerplate(sentence)).toBe(true);
  });

  it.each([
    'Subscribers of the phone company Nordlin were without a line on Monday.',
    'Police released a photo of the van.',
    'The privacy policy of the app was changed on Monday.',
    'Followers of the saint walked to Orla.',
    'More than 300 people came.',
    'Reporters were kept out of the hall.',
  ])('"%s" is story', (sentence) => {
    expect(isBoilerplate(sentence)).toBe(false);
    expect(isFurniture(sentence)).toBe(false);
  });

  it.each([
    'By Ada Finn',
    'Von Mo Birch',
    'Ada Finn',
    'Fri, 10/21/2022 – 15:25',
    '18 May 2026',
    'May 18, 2026 10:54 am ET',
    '* * *',
    'ADVERTISEMENT',
    'Mo Birch / Reuters',
    '(Photo: Ada Finn)',
  ])('the line "%s" is furniture', (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  it('knows the description of a picture by its present tense', () => {
    expect(isCaption('A woman waves a flag during a protest in Orla on Monday.')).toBe(true);
    expect(isCaption('A woman waved a flag and said the mayor should go.')).toBe(false);
  });
});

describe('a sentence in the present that ends with the date of a picture', () => {
  it.each([
    'Petra Holm leaves the court of Orla during a break in Larn, Ohio March 25, 2015.',
    'A ranger shoots a lion that had strayed from the park, in Larn, Kenya Wednesday, March 30, 2016.',
    'Petra Holm (left) and Ada Finn on the set of their show.',
  ])('%s', (sentence) => {
    expect(isPictured(sentence)).toBe(true);
  });

  it.each([
    'The trial of the baker began in Larn, Ohio March 25, 2015.',
    'The festival runs until May 3, 2017.',
    'The new tax takes effect on January 1, 2018.',
  ])('but not: %s', (sentence) => {
    expect(isPictured(sentence)).toBe(false);
  });
});

describe('a sentence before whose picture it is', () => {
  it('describes the picture and tells nothing', () => {
    const text =
      'Bakers of the guild remain on site at the town hall into the evening. (Ada Finn / Staff Photographer) About 100 bakers sat down in Orla on Sunday. (PHOTOS: the bread of Orla) They asked for flour.';
    const sentences = storySentences(article({ text }), 0).map((s) => s.text);
    expect(sentences).not.toContain(
      'Bakers of the guild remain on site at the town hall into the evening.',
    );
    expect(sentences.join(' ')).toContain('About 100 bakers sat down in Orla on Sunday.');
  });
});

describe('a heading that ran into the text', () => {
  it.each([
    ['THE STATE OF OUR BRIDGES Larn has eleven bridges, and two of them leak.', /^Larn has eleven/],
    ['Caption Larn has eleven bridges, and two of them leak.', /^Larn has eleven/],
    ['NATO and the UN met in Larn, and two of them spoke.', /^NATO and/],
  ])('is left out: %s', (text, opening) => {
    expect(storySentences(article({ text }), 0)[0]?.text).toMatch(opening);
  });
});

describe('embedded posts', () => {
  it('end with their signature and begin above it', () => {
    const text =
      'The vote was close.\n\nI never liked that bridge. It will fall. https://t.co/xyz\n— Rex (@rex) May 1, 2026\n\nThe mayor won.';
    const [post] = embeddedPosts(text);
    expect(text.slice(post?.start, post?.end)).toMatch(/^I never liked[\s\S]*May 1, 2026$/);
    expect(storySentences(article({ text }), 0).map((s) => s.text)).toEqual([
      'The vote was close.',
      'The mayor won.',
    ]);
  });

  it('may be signed in their own line', () => {
    const text =
      'Nice bridge, shame about the river. — Rex (@rex) May 1, 2026\nThe mayor won the vote.';
    expect(storySentences(article({ text }), 0).map((s) => s.text)).toEqual([
      'The mayor won the vote.',
    ]);
  });
});

describe('datelines', () => {
  it.each([
    ['KYIV, Ukraine (AP) — The war went on.', 'The war went on.'],
    ['PORT CALDER, May 18 (Reuters) - Ferries stopped.', 'Ferries stopped.'],
    ['(CNN) — Ferries stopped.', 'Ferries stopped.'],
    ['ORVELLA — A crack opened.', 'A crack opened.'],
    [
      'Ferries stopped in Orla (a village) on Monday.',
      'Ferries stopped in Orla (a village) on Monday.',
    ],
    ['NASA said the probe had landed.', 'NASA said the probe had landed.'],
  ])('%s', (sentence, rest) => {
    expect(sentence.slice(datelineLength(sentence))).toBe(rest);
  });
});

describe('figures', () => {
  const read = (text: string, language = 'en') =>
    figuresOf(text, language).map((f) => `${f.value} ${f.unit}`);

  it.each([
    [
      'At least 12 people died and 3.5 million euros were lost, 40% more than before.',
      ['12 people', '3500000 EUR', '40 %'],
    ],
    ['The $2.5bn deal covers 1,200 workers.', ['2500000000 USD', '1200 workers']],
    ['Five houses and two dogs were lost.', ['5 houses', '2 dogs']],
    ['It happened on 21 October 2022 at 5 p.m. on Route 66, in 2019 and on May 3.', []],
    ['The man, aged 25, and a 30-year-old woman took Flight 370.', []],
    ['The two sides met for the 3rd time at 10:30.', []],
    ['The 11 Harbour Police members counted five empty boats.', ['11 members', '5 boats']],
    ['She bought the 2007 Nordlin van in the 5000 block of Elm Street.', ['5000 null']],
    ['He asked for $100 mil and a boat not yet 2 years old.', ['100000000 USD']],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  it('are read as each language writes them', () => {
    expect(read('1.200 Menschen, 6,48 Meter und 2,5 Millionen Euro am 3. Oktober', 'de')).toEqual([
      '1200 menschen',
      '6.48 meter',
      '2500000 EUR',
    ]);
    expect(read('Unos 3.000 vecinos y 45 por ciento', 'es')).toEqual(['3000 vecinos', '45 %']);
  });

  const conflict = (a: string, b: string) =>
    figuresConflict(figuresOf(a, 'en'), figuresOf(b, 'en'));

  it('conflict where the same thing is counted differently', () => {
    expect(conflict('Nine people were hurt.', 'At least 12 people were hurt.')).toBe(true);
    expect(conflict('Nine people were hurt.', 'At least 9 people were hurt on 2 boats.')).toBe(
      false,
    );
  });
});

describe('dates', () => {
  const published = new Date('2026-05-20T12:00:00Z'); // a Wednesday
  const read = (text: string, language = 'en', at: Date | null = published) =>
    datesIn(text, language, { publishedAt: at, storyAt: null }).map((d) => d.date);

  it.each([
    ['It opened on 12 May 2026.', ['2026-05-12']],
    ['It opened on May 12.', ['2026-05-12']],
    ['It opened on December 3.', ['2025-12-03']],
    ['It closed on Monday.', ['2026-05-18']],
    ['It will close on Monday.', ['2026-05-25']],
    ['It closed yesterday.', ['2026-05-19']],
    ['It opened in March 1998.', ['1998-03']],
    ['It has been shut since May 12.', []],
    ['It is open only until Monday.', []],
    ['It will close on Wednesday.', []],
    ['It may open in march.', []],
    ['The race ends in Orla on Friday.', ['2026-05-22']],
    ['Orla has won the race on Friday.', ['2026-05-15']],
    ['The race is in Orla on Wednesday.', ['2026-05-20']],
    ['It opened on 31 February 2026.', []],
  ])('%s', (text, dates) => {
    expect(read(text)).toEqual(dates);
  });

  it('are read in other languages', () => {
    expect(read('Am 3. Oktober 2025 und am Montag', 'de')).toEqual(['2025-10-03', '2026-05-18']);
    expect(read('El 12 de mayo de 2026 y el lunes', 'es')).toEqual(['2026-05-12', '2026-05-18']);
    expect(read('Orla plant, die Brücke am Freitag zu öffnen.', 'de')).toEqual(['2026-05-22']);
    expect(read('Le 1er juin 2025', 'fr')).toEqual(['2025-06-01']);
  });

  it('are not bounded by the end of another word', () => {
    expect(read('She lives there still today.')).toEqual(['2026-05-20']);
    expect(read('Lo dijo Quintana el lunes.', 'es')).toEqual(['2026-05-18']);
    expect(read('Er kam herab Montag früh.', 'de')).toEqual(['2026-05-18']);
  });

  it('take their year, but no weekday, from the story where the article has no date', () => {
    const dates = datesIn('It opened on May 12 and closed on Monday.', 'en', {
      publishedAt: null,
      storyAt: published,
    });
    expect(dates.map((d) => d.date)).toEqual(['2026-05-12']);
  });

  it('are left out where only the publication could place them and is unknown', () => {
    expect(read('It closed on Monday, May 18, and opened on 12 May 2026.', 'en', null)).toEqual([
      '2026-05-12',
    ]);
  });
});

describe('sentences that stand alone', () => {
  it.each([
    ['He left the hall.', 'en', true],
    ['In a statement, she denied it.', 'en', true],
    ['The company said nothing.', 'en', true],
    ['Brandt left the hall.', 'en', false],
    ['Il governo ha deciso.', 'it', false],
    ['Il a démissionné.', 'fr', true],
    ['Es el primer puente.', 'es', false],
    ['Es regnet in Moor.', 'de', true],
  ])('%s', (text, language, leans) => {
    expect(dangles(text, language)).toBe(leans);
  });

  it('lose a word that tied them to the one before', () => {
    expect(tidy('However, the mayor of Orla won.')).toBe('The mayor of Orla won.');
    expect(tidy('But the mayor of Orla won the vote.')).toBe('The mayor of Orla won the vote.');
    expect(tidy('So began the reign of Ada Finn in Orla.')).toBe(
      'So began the reign of Ada Finn in Orla.',
    );
  });

  it('carry their attribution and whole pairs of marks', () => {
    expect(isAttributed('The dam is safe, Brandt said.')).toBe(true);
    expect(isAttributed('The dam is safe.')).toBe(false);
    expect(marksBalance('“Yes,” he said.')).toBe(true);
    expect(marksBalance('He said: “Yes.')).toBe(false);
  });
});

describe('disputes', () => {
  it.each([
    ['Nordlin denied that crews were overworked.', true],
    ['Moscow accused Kiev of blocking talks.', true],
    ['The mayor rejected claims that the money was gone.', true],
    ['Ein Ingenieur wirft dem Ministerium vor, die Warnung gestrichen zu haben.', true],
    ['A judge denied bail to the trader.', false],
    ['The club rejected an offer of nine million.', false],
    ['He settled without admitting or denying the findings.', false],
  ])('%s', (text, is) => {
    expect(isDispute(text)).toBe(is);
  });
});

describe('summaries', () => {
  const text = [
    'The council of Rook voted on Monday to build a tram line to the harbour. It will cost 90 million crowns.',
    'Mayor Ada Finn called the vote historic. She has fought for trams for eleven years.',
    'But the shopkeepers of Rook fear two summers of dust.',
    'Work on the tram line begins in March, the council said.',
  ];

  it('are made of whole sentences of the articles', () => {
    const summary = summariseDocuments([article({ title: 'Rook gets trams', text })], 60);
    expect(summary.split(' ').length).toBeGreaterThan(20);
    for (const sentence of summary.match(/[^.]+\./g) ?? [])
      expect(text.join(' ').toLowerCase()).toContain(sentence.trim().toLowerCase().slice(1));
  });

  it('never begin with a pronoun or a "But"', () => {
    for (const words of [12, 20, 30, 60]) {
      expect(summariseDocuments([article({ title: 'Rook gets trams', text })], words)).not.toMatch(
        /^(?:It|She|But)\b/,
      );
    }
  });

  it('do not tell one fact in two wordings', () => {
    const other = article({
      text: 'On Monday the council of Rook voted to build a tram line to its harbour. Buses will be cut.',
    });
    const summary = summariseDocuments([article({ text }), other], 80);
    expect(summary.match(/voted/g)).toHaveLength(1);
  });

  it('are empty where there is nothing to say or no room to say it', () => {
    expect(summariseDocuments([], 50)).toBe('');
    expect(summariseDocuments([article({ text })], 3)).toBe('');
  });
});
