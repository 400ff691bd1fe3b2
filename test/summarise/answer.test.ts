import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/summarise/answer.ts';
import { article, quote } from './build.ts';

const now = new Date('2026-05-20T12:00:00Z');

const dam = article({
  title: 'Orvella dam cracks after week of rain',
  outlet: 'Valley Ledger',
  publishedAt: new Date('2026-05-18T10:00:00Z'),
  text: [
    'ORVELLA — A crack opened in the Orvella dam on Sunday night, and 2,300 people in the villages below were told to leave their homes.',
    'The crack, 14 metres long, was found by a night watchman at about 11 p.m., the water board said. Engineers lowered the lake by two metres before dawn.',
    '“We are not going to gamble with a valley full of people,” said Governor Ilse Brandt, who ordered the evacuation. She said the villages of Harn and Lower Tessel would stay empty until Thursday at least.',
    'The dam was built in 1962. Inspectors had warned in March that drainage channels were blocked because nobody had paid for their cleaning, according to a report seen by the Valley Ledger.',
    'Tomas Reeve, who heads the water board, denied that the warning had been ignored. “The money was requested twice and refused twice,” he said.',
    'Nobody was hurt. The evacuees are sleeping in the sports hall at Kestrel and in two schools.',
  ],
});
const damTwo = article({
  title: 'Thousands leave valley below damaged dam',
  outlet: 'Northern Courier',
  publishedAt: new Date('2026-05-18T14:00:00Z'),
  text: [
    'More than 2,300 residents fled the valley below the Orvella dam after a crack was found in its wall.',
    'The repair will cost 40 million crowns, Finance Minister Petra Holm said on Monday. Holm told parliament that the state would pay half of it.',
    'Governor Brandt said the evacuation would last until Thursday. The army sent 300 soldiers to help with sandbags.',
  ],
});
const vote = article({
  title: 'Senate passes fishing bill by one vote',
  outlet: 'Harbour Times',
  publishedAt: new Date('2026-05-19T16:00:00Z'),
  text: [
    'The Senate in Port Calder passed the fishing bill on Tuesday by 31 votes to 30, ending three years of argument over the herring quota.',
    'Senator Dagny Vole cast the deciding vote. “I changed my mind in the lift, and I would do it again,” Vole said.',
    'The bill cuts the herring quota by 20 percent from January. Boats under 12 metres are exempt.',
    'The skippers’ union said it would blockade the harbour in protest at the cut. Its chairman, Olav Strand, called the vote a betrayal.',
    'President Maud Ekern is expected to sign the bill on Friday.',
  ],
});
const museum = article({
  title: 'Stolen amber mask found in barn',
  outlet: 'Harbour Times',
  publishedAt: new Date('2026-05-20T07:00:00Z'),
  text: [
    'Police have found the amber mask that was stolen from the Lindholm Museum two years ago, hidden in a barn near Skara.',
    'A farmer came upon the mask on Monday while looking for a lost calf. It was wrapped in a raincoat under straw.',
    'Two men from Skara were arrested, police chief Ronja Falk said. Falk thanked the farmer and said that he would receive the reward of 50,000 crowns.',
    'Museum director Jens Aarup said the mask was unharmed. “It smells of cow, but it is whole,” he said.',
    'The mask, made in about 1640, goes back on show in June.',
  ],
});
const german = article({
  title: 'Zugunglück bei Moorwald: 17 Verletzte',
  outlet: 'Moorbote',
  language: 'de',
  publishedAt: new Date('2026-05-19T18:00:00Z'),
  text: [
    'Bei Moorwald ist am Dienstag ein Regionalzug entgleist. 17 Menschen wurden verletzt, zwei von ihnen schwer.',
    'Der Zug fuhr gegen einen umgestürzten Baum, weil die Strecke nach dem Sturm nicht gesperrt war, sagte ein Sprecher der Bahnaufsicht.',
    'Verkehrsminister Arno Pohl kündigte eine Untersuchung an. „Wir werden jede Minute dieses Abends prüfen“, sagte Pohl.',
  ],
});
const spanish = article({
  title: 'El puerto de Almirón cierra por el temporal',
  outlet: 'La Marea',
  language: 'es',
  publishedAt: new Date('2026-05-19T09:00:00Z'),
  text: [
    'El puerto de Almirón cerró el lunes por el temporal, con olas de nueve metros. Unos 400 camiones esperan en los accesos.',
    'La alcaldesa Rosa Quintana pidió paciencia a los transportistas. «No vamos a abrir ni un minuto antes de tiempo», dijo Quintana.',
  ],
});
const all = [dam, damTwo, vote, museum, german, spanish];
const quotes = [
  quote(dam, 'We are not going to gamble with a valley full of people,', {
    speakerName: 'Ilse Brandt',
    speaker: 'Governor Ilse Brandt',
    role: 'Governor',
  }),
  quote(dam, 'The money was requested twice and refused twice,', {
    speakerName: 'Tomas Reeve',
    speaker: 'he',
  }),
  quote(vote, 'I changed my mind in the lift, and I would do it again,', {
    speakerName: 'Dagny Vole',
    speaker: 'Vole',
    role: 'Senator',
  }),
  quote(museum, 'It smells of cow, but it is whole,', {
    speakerName: 'Jens Aarup',
    speaker: 'he',
    role: 'Museum director',
  }),
  quote(german, 'Wir werden jede Minute dieses Abends prüfen', {
    speakerName: 'Arno Pohl',
    speaker: 'Pohl',
    role: 'Verkehrsminister',
  }),
  quote(spanish, 'No vamos a abrir ni un minuto antes de tiempo', {
    speakerName: 'Rosa Quintana',
    speaker: 'Quintana',
  }),
];

const ask = (text: string, language: string | null = null) =>
  answerQuestion({ text, language, now }, { articles: all, quotes });

type Case = readonly [question: string, note: string, language?: string];
const named = (cases: readonly Case[]) =>
  cases.map(([question, note, language]) => ({ question, note, language: language ?? null }));

// Each with words that its answer holds.
const ANSWERED: readonly Case[] = [
  ['what did brandt say about the valley', 'gamble with a valley'],
  ['What did Ilse Brandt say?', 'gamble with a valley'],
  ['what did BRANDT say about the evacuation', 'until Thursday'],
  ['what did reeve say about the money', 'requested twice'],
  ['what did dagny vole say', 'changed my mind in the lift'],
  ['what did petra holm say about the repair', '40 million crowns'],
  ['what did holm tell parliament', 'the state would pay half'],
  ['what did jens aarup say about the mask', 'smells of cow'],
  ['What did Falk say about the farmer?', 'reward of 50,000 crowns'],
  ['who said that the mask was unharmed?', 'Jens Aarup'],
  ['how many people were told to leave their homes', '2,300'],
  ['how many soldiers did the army send?', '300 soldiers'],
  ['How long is the crack?', '14 metres'],
  ['how much will the repair cost', '40 million'],
  ['how many votes did the fishing bill get', '31 votes to 30'],
  ['when was the dam built', '1962'],
  ['When will the president sign the bill?', 'Friday'],
  ['when does the mask go back on show', 'June'],
  ['where was the amber mask found', 'barn near Skara'],
  ['Where are the evacuees sleeping?', 'sports hall at Kestrel'],
  ['who came upon the mask', 'farmer'],
  ['who cast the deciding vote in the senate', 'Dagny Vole'],
  ['who ordered the evacuation of the valley', 'Ilse Brandt'],
  ['why were the drainage channels blocked', 'nobody had paid'],
  ['why will the union blockade the harbour', 'in protest'],
  ['what happened to the Orvella dam', 'crack'],
  ['what does the fishing bill cut', 'herring quota by 20 percent'],
  ['which boats are exempt', 'under 12 metres'],
  ['how old is the mask', 'made in about 1640'],
  ['quotes from reeve', 'requested twice'],
  ['was anybody hurt at the dam', 'Nobody was hurt'],
  ['Wie viele Menschen wurden verletzt?', '17 Menschen', 'de'],
  ['Was sagte Pohl?', 'jede Minute dieses Abends', 'de'],
  ['warum fuhr der zug gegen einen baum', 'umgestürzten Baum', 'de'],
  ['¿Qué dijo Quintana?', 'ni un minuto antes', 'es'],
  ['¿Cuántos camiones esperan?', '400 camiones', 'es'],
];

// Each with why there is no answer.
const UNANSWERED: readonly Case[] = [
  ['what did Merkel say about the dam', 'nobody of that name'],
  ['what did brandt say about the herring quota', 'she did not speak of it'],
  ['what did vole say about the mask', 'another story'],
  ['how many people died in the Orvella dam', 'no deaths are told'],
  ['how many cows does the farmer have', 'no such number'],
  ['when was the Lindholm Museum opened', 'no such date'],
  ['where was Tomas Reeve born', 'not told'],
  ['who designed the dam in Orvella', 'not told'],
  ['why did Ekern resign', 'she did not'],
  ['who founded the Lindholm Museum', 'a mask was found'],
  ['who bought the amber mask', 'not told'],
  ['what is the price of bread in Skara', 'not told'],
  ['who won the cycling race in Belmora', 'no such race'],
  ['what did strand say about the dam', 'he spoke of the vote'],
  ['how much did the stolen mask cost the museum', 'no price is told'],
  ['what happened in Zanzibar', 'no such place'],
  ['When did Petra Holm visit the museum?', 'she did not'],
  ['how tall is the governor', 'not told'],
  ['how many calves were lost in Skara', 'a calf is told of, but not how many'],
  ['Wie viele Menschen starben bei Almirón?', 'niemand', 'de'],
  ['¿Por qué renunció Quintana?', 'no renunció', 'es'],
];

describe('questions the articles answer', () => {
  it.each(named(ANSWERED))('$question', ({ question, note: within, language }) => {
    const { answered, answer } = ask(question, language);
    expect(answered).toBe(true);
    expect(
      answer
        .slice(0, 2)
        .map((part) => part.text)
        .join(' / '),
    ).toContain(within);
  });
});

describe('questions the articles do not answer', () => {
  it.each(named(UNANSWERED))('$question ($note)', ({ question, language }) => {
    expect(ask(question, language)).toMatchObject({ answered: false, answer: [] });
  });
});

describe('who somebody is', () => {
  const told = [
    article({
      title: 'Harbour of Lessing freezes',
      text: [
        'The harbour of Lessing has frozen. “I have not seen such ice,” said Ida Kurz, a retired pilot.',
        'Its master, Olaf Brenner, counted forty ships. Mila Santer watched from the pier.',
      ],
    }),
  ];
  const of = (text: string) =>
    answerQuestion({ text, language: 'en', now }, { articles: told, quotes: [] });

  it('is answered by what stands beside the name', () => {
    expect(of('Who is Ida Kurz?').answer[0]?.text).toContain('a retired pilot');
    expect(of('who is olaf brenner').answer[0]?.text).toContain('Its master');
  });

  it('is not answered where nothing does, though the name is near', () => {
    const { answered, nearest } = of('Who is Mila Santer?');
    expect(answered).toBe(false);
    expect(nearest[0]?.text).toContain('Mila Santer');
  });
});

describe('the nearest sentences to a question that is not answered', () => {
  const byId = new Map(all.map((a) => [a.id, a]));

  it('are at most three, stand in the articles and hold a word of the question, with their titles', () => {
    const { answered, nearest } = ask('Who painted the dam of Orvella?');
    expect(answered).toBe(false);
    expect(nearest.length).toBeGreaterThan(0);
    expect(nearest.length).toBeLessThanOrEqual(3);
    for (const { refs } of nearest) {
      const slices = refs.map((r) => byId.get(r.article)?.text.slice(r.start, r.end) ?? '');
      const titles = refs.map((r) => byId.get(r.article)?.title ?? '');
      expect([...slices, ...titles].join(' ')).toMatch(/dam|Orvella|paint/i);
    }
  });

  it('are found for somebody’s words too: what else was said of the matter, or by them', () => {
    const { answered, nearest } = ask('what did brandt say about lobsters');
    expect(answered).toBe(false);
    expect(nearest.some(({ text }) => text.includes('Brandt'))).toBe(true);
  });

  it('are none where the articles speak of nothing of the kind', () => {
    expect(ask('Which violinist tunes zithers in Quebec?').nearest).toEqual([]);
  });

  it('are none beside an answer', () => {
    expect(ask('when was the dam built')).toMatchObject({ answered: true, nearest: [] });
  });
});

describe('answerQuestion', () => {
  it('gives at most four parts, each exactly as it stands in its article', () => {
    const byId = new Map(all.map((a) => [a.id, a]));
    for (const [question, , language] of ANSWERED) {
      const { answer } = ask(question, language ?? null);
      expect(answer.length).toBeLessThanOrEqual(4);
      for (const { text, refs, quote: shown } of answer) {
        const slices = refs.map((r) => byId.get(r.article)?.text.slice(r.start, r.end) ?? '');
        expect(slices.every((s) => s.length > 0)).toBe(true);
        if (shown) expect(slices).toEqual([text]);
      }
    }
  });

  it('marks a quote as one, so that it can be shown with its speaker', () => {
    const part = ask('what did dagny vole say').answer[0];
    expect(part?.quote?.speakerName).toBe('Dagny Vole');
  });

  it('never shows a quote whose words do not stand in the article', () => {
    const forged = { ...quotes[0]!, text: 'We will gamble with a valley full of people,' };
    const { answer } = answerQuestion(
      { text: 'what did brandt say about the valley', language: null, now },
      { articles: all, quotes: [forged] },
    );
    expect(answer.some((part) => part.text.includes('We will gamble'))).toBe(false);
  });

  it('does not care for capitals', () => {
    expect(ask('WHAT DID PETRA HOLM SAY ABOUT THE REPAIR').answer).toEqual(
      ask('what did petra holm say about the repair').answer,
    );
  });

  it('brings the sentence before along where the answering one begins with a pronoun', () => {
    const one = article({
      title: 'Lighthouse sold',
      text: [
        'Painter Mara Quill bought the lighthouse at Cape Sorrow. She paid 90,000 crowns for it at auction.',
      ],
    });
    const { answer } = answerQuestion(
      { text: 'how much did Mara Quill pay for the lighthouse', language: 'en', now },
      { articles: [one], quotes: [] },
    );
    expect(answer).toHaveLength(1);
    expect(answer[0]?.text).toContain('Mara Quill bought the lighthouse');
    expect(answer[0]?.text).toContain('90,000 crowns');
    expect(answer[0]?.refs).toHaveLength(2);
  });

  it('answers "what happened" about the one story it is given with how that story begins', () => {
    const { answered, answer } = answerQuestion(
      { text: 'what happened?', language: 'en', now },
      { articles: [dam, damTwo], quotes: [] },
    );
    expect(answered).toBe(true);
    expect(answer[0]?.text).toContain('dam');
  });

  it('answers nothing from nothing', () => {
    expect(
      answerQuestion({ text: 'who won', language: null, now }, { articles: [], quotes: [] })
        .answered,
    ).toBe(false);
    expect(ask('').answered).toBe(false);
    expect(ask('???').answered).toBe(false);
  });
});
