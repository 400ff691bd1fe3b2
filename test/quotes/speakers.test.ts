import { describe, expect, it } from 'vitest';
import { quotesIn } from './said.ts';

const last = (text: string) => quotesIn(text).at(-1);

describe('the name of a speaker', () => {
  it('is the full one that the article gives for a surname', () => {
    const text = 'Mayor Ines Calder opened the pier.\n\n“It took us nine long years,” Calder said.';
    expect(last(text)).toMatchObject({ speaker: 'Calder', speakerName: 'Ines Calder' });
  });

  it('of a pronoun is an earlier speaker and not the last one named', () => {
    const text =
      'Kremlin spokesman Dmitry Peskov said the talks had ended. He recalled that Vladimir Putin had tried to call them off. “That was a long and difficult week for everybody,” he said.';
    expect(last(text)).toMatchObject({ speaker: 'he', speakerName: 'Dmitry Peskov' });
  });

  it('of a pronoun fits it in gender', () => {
    const text =
      'Mayor Helen Marsh said the budget was short. Her deputy, Robert Doyle, said it was not. “We cannot pay for every bridge in the county,” she said.';
    expect(last(text)).toMatchObject({ speaker: 'she', speakerName: 'Helen Marsh' });
  });

  it('is unknown for a pronoun before anybody spoke', () => {
    expect(last('“The bridge belongs to all of us,” she said.')).toMatchObject({
      speaker: 'she',
      speakerName: null,
    });
  });

  it('is found by the role that the article gave before', () => {
    const text =
      'Dmitry Peskov, the Kremlin spokesman, spoke on Friday. Belarus President Alexander Lukashenko listened.\n\n“We never rule anything out,” the Kremlin spokesman said.';
    expect(last(text)).toMatchObject({
      speaker: 'the Kremlin spokesman',
      speakerName: 'Dmitry Peskov',
    });
  });

  it('is found by nationality among two presidents', () => {
    const text =
      'Russian President Vladimir Putin met President Alexander Lukashenko of Belarus in Minsk. Turkish President Recep Erdogan stayed at home.\n\n“They offered us tea and nothing else,” the Turkish president said.';
    expect(last(text)).toMatchObject({ speakerName: 'Recep Erdogan' });
  });

  it('is put in order where a translation scrambled it', () => {
    const text =
      'President Bruno from Portugal Teixeira insists that his fishermen have been “getting ready for years” now. “Nobody here is afraid of winter”he said.';
    expect(quotesIn(text).map((q) => q.speakerName)).toEqual(['Bruno Teixeira', 'Bruno Teixeira']);
    expect(last(text)).toMatchObject({ role: 'President of Portugal' });
  });

  it('follows a comma after what they are', () => {
    const text = '“We will sue the county,” said the group’s lawyer, Robert Doyle.';
    expect(last(text)).toMatchObject({ speakerName: 'Robert Doyle', role: 'group’s lawyer' });
  });

  it('is not made of the capital words of a headline', () => {
    const text =
      'Angry Ferry Captain Stops Calder\n\nMayor Ines Calder met her. “I have no words for it,” said Calder.';
    expect(last(text)).toMatchObject({ speakerName: 'Ines Calder' });
  });

  it('of a pronoun is whom the sentence before was about', () => {
    const text =
      '“I have two jobs and no car,” said Nora Whitby, a clerk.\n\nTilda Brook, 33, lives across the county. “I have one job and no house,” she said.';
    expect(last(text)).toMatchObject({ speaker: 'she', speakerName: 'Tilda Brook' });
  });

  it('is found by age', () => {
    const text =
      'Helen Marsh, 46, walked in. Ines Calder, 31, followed. “We came on foot all the way,” said the 46-year-old.';
    expect(last(text)).toMatchObject({ speakerName: 'Helen Marsh' });
  });

  it('is null for somebody the article does not name', () => {
    expect(
      last('“The bridge is safe for now,” said an engineer who asked not to be named.'),
    ).toMatchObject({
      speaker: 'an engineer',
      speakerName: null,
    });
  });
});

describe('the name of a speaker whom the article calls by an office only', () => {
  it('is that of the one person the sentence before is about', () => {
    const text =
      'Helen Marsh was the last to leave the hall. Asked what she had won, the guild leader sighed: “A headache and half a sandwich.”';
    expect(last(text)).toMatchObject({
      speaker: 'the guild leader',
      speakerName: 'Helen Marsh',
      role: 'guild leader',
    });
  });

  it('is found across a paragraph and by the surname', () => {
    const text =
      'Robert Doyle bought the mill in spring.\n\nDoyle went up to the roof.\n\n“It leaks wherever one looks up,” the Crane Mills chief executive said.';
    expect(last(text)).toMatchObject({ speakerName: 'Robert Doyle' });
  });

  it('is unknown where the sentence before names two', () => {
    const text =
      'Helen Marsh met Robert Doyle in the hall. “We had tea and no result at all,” the guild leader said.';
    expect(last(text)).toMatchObject({ speakerName: null });
  });

  it('is not that of the person they speak for', () => {
    const text =
      'Helen Marsh left by the back door. “There is nothing to say this evening,” the spokesman said.';
    expect(last(text)).toMatchObject({ speakerName: null });
  });

  it('is not that of somebody of another office', () => {
    const text =
      'Helen Marsh, the county treasurer, left by the back door. “There is nothing to say this evening,” the guild leader said.';
    expect(last(text)).toMatchObject({ speakerName: null });
  });

  it('is not that of who asked', () => {
    const text =
      '“Was it worth the wait?” Helen Marsh asked. “Every one of those nine long days,” the harbour manager said.';
    expect(last(text)).toMatchObject({ speakerName: null });
  });

  it('is not that of the holder of the office elsewhere', () => {
    const text =
      'Helen Marsh, a senator from Vermont, spoke first. Others followed. “We will not vote for any of this,” the Florida senator said.';
    expect(last(text)).toMatchObject({ speakerName: null });
  });
});

describe('the words for a speaker', () => {
  it('go on over the apostrophe of an owner', () => {
    const text = 'Nora Whitby of the weavers’ guild replied: “We would do it again tomorrow.”';
    expect(last(text)).toMatchObject({
      speaker: 'Nora Whitby of the weavers’ guild',
      speakerName: 'Nora Whitby',
      role: 'of the weavers’ guild',
    });
  });
});

describe('the name behind a comma', () => {
  it('is whose it is, whatever noun stands before it', () => {
    const text = '“Every plank of it was rotten,” said the bell founder, Robert Doyle.';
    expect(last(text)).toMatchObject({ speakerName: 'Robert Doyle', role: 'bell founder' });
  });

  it('keeps what hangs on the office', () => {
    const text = '“Every plank of it was rotten,” said the keeper of the north pier, Robert Doyle.';
    expect(last(text)).toMatchObject({ role: 'keeper of the north pier' });
  });

  it('takes the small word after an article for an adjective', () => {
    const text = '“Every plank of it was rotten,” said an outside expert, Robert Doyle.';
    expect(last(text)).toMatchObject({ speakerName: 'Robert Doyle', role: 'outside expert' });
  });

  it('gives no role where the words before it say none', () => {
    const text = 'Two walked out. “Every plank of it was rotten,” said a third, Robert Doyle.';
    expect(last(text)).toMatchObject({ speakerName: 'Robert Doyle', role: null });
  });

  it('is that of somebody called by an age which only the sentence before explains', () => {
    const text =
      'Helen Marsh, a substitute, scored twice. “I ran where everybody else stood,” the 19-year-old said.';
    expect(last(text)).toMatchObject({ speakerName: 'Helen Marsh', role: 'substitute' });
  });
});

describe('two speakers of one quote', () => {
  it('have no one name', () => {
    expect(
      last('“We wrote it on the train home,” Helen Marsh and Robert Doyle said.'),
    ).toMatchObject({
      speaker: 'Helen Marsh and Robert Doyle',
      speakerName: null,
    });
    expect(
      last('“We wrote it on the train home,” said Helen Marsh and Robert Doyle.'),
    ).toMatchObject({
      speaker: 'Helen Marsh and Robert Doyle',
      speakerName: null,
    });
  });

  it('have none by their surnames either', () => {
    const text =
      'Helen Marsh met Robert Doyle. “We wrote it on the train home,” Marsh and Doyle said.';
    expect(last(text)).toMatchObject({ speaker: 'Marsh and Doyle', speakerName: null });
  });

  it('are not read into the name of one body', () => {
    const text =
      '“It will be a hard winter for us,” Energy and Fisheries Secretary Helen Marsh said.';
    expect(last(text)).toMatchObject({ speakerName: 'Helen Marsh' });
  });
});

describe('the role of a speaker', () => {
  it('is any noun phrase in front of the name of the one who speaks', () => {
    const roleOf = (who: string) => last(`“It was all over in an hour,” said ${who}.`)?.role;
    expect(roleOf('night supervisor Nora Whitby')).toBe('night supervisor');
    expect(roleOf('landlady Nora Whitby')).toBe('landlady');
    expect(roleOf('the bassoonist Nora Whitby')).toBe('bassoonist');
    expect(roleOf('a weary Nora Whitby')).toBeNull();
    expect(roleOf('Ashgrove’s Nora Whitby')).toBeNull();
  });

  it('is the apposition to the name, whatever its noun', () => {
    const roleOf = (who: string) => last(`“It was all over in an hour,” said ${who}.`)?.role;
    expect(roleOf('Nora Whitby, the usher on call')).toBe('usher on call');
    expect(roleOf('Nora Whitby, 46, a bee farmer in the hills')).toBe('bee farmer in the hills');
    expect(roleOf('Nora Whitby, the last day of the fair')).toBeNull();
    expect(roleOf('Nora Whitby, as a candidate for mayor')).toBeNull();
  });

  it('is what they do for a living or are in charge of', () => {
    const roleOf = (who: string) => last(`“It was all over in an hour,” said ${who}.`)?.role;
    expect(roleOf('Nora Whitby, who leads the orchestra')).toBe('who leads the orchestra');
    expect(roleOf('Nora Whitby, who drives a milk van and sings')).toBe('who drives a milk van');
    expect(roleOf('Nora Whitby, who leads Doyle by nine points')).toBeNull();
    expect(roleOf('Nora Whitby, who wants to leave')).toBeNull();
  });

  it('is the body they are of, but not their town', () => {
    const roleOf = (who: string) => last(`“It was all over in an hour,” said ${who}.`)?.role;
    expect(roleOf('Nora Whitby of the weavers’ guild')).toBe('of the weavers’ guild');
    expect(roleOf('Nora Whitby, of the School of Tidal Law')).toBe('of the School of Tidal Law');
    expect(roleOf('Nora Whitby of Ashgrove')).toBeNull();
    expect(roleOf('Nora Whitby of the year before')).toBeNull();
  });

  it('stands before the name and a comma', () => {
    const text =
      'Its head, Nora Whitby, came late. “I missed the only train of the day,” she said.';
    expect(last(text)).toMatchObject({ speakerName: 'Nora Whitby', role: 'head' });
  });

  it('may stand by the surname only', () => {
    const text =
      '“It was all over in an hour,” said Whitby, the county treasurer. Nora Whitby has held the post for long.';
    expect(last(text)).toMatchObject({ speakerName: 'Nora Whitby', role: 'county treasurer' });
  });

  it('is a German compound and no part of the name', () => {
    const quote = quotesIn(
      '„Wir haben die ganze Nacht gewartet“, sagte Hafenleiterin Birte Moor.',
      'de',
    ).at(-1);
    expect(quote).toMatchObject({ speakerName: 'Birte Moor', role: 'Hafenleiterin' });
  });

  it('stands before the name', () => {
    expect(
      last('“We have no comment on that,” County Press Secretary Pat Quill said.'),
    ).toMatchObject({
      speakerName: 'Pat Quill',
      role: 'County Press Secretary',
    });
  });

  it('stands after the name between commas', () => {
    expect(
      last('“We have no comment on that,” said Helen Marsh, the spokeswoman for the county.'),
    ).toMatchObject({
      speakerName: 'Helen Marsh',
      role: 'spokeswoman for the county',
    });
  });
});

describe('who passed a quote on', () => {
  it('is the agency it is quoted by', () => {
    expect(
      last('“We have made no such plans so far,” Dmitry Peskov said, quoted by Tass.'),
    ).toMatchObject({ via: 'Tass' });
  });

  it('is the agency that the article cites above', () => {
    const text =
      'According to TASS, citing Kremlin spokesman Dmitry Peskov:\n“The door has been open from the start,” the Kremlin spokesman noted.';
    expect(last(text)).toMatchObject({ speakerName: 'Dmitry Peskov', via: 'TASS' });
  });

  it('is the outlet they told it', () => {
    expect(
      last('“No, that is not on our agenda,” Helen Marsh told the Northgate Times on Friday.'),
    ).toMatchObject({
      via: 'Northgate Times',
    });
  });

  it('is null where they said it to the article’s own reporter', () => {
    expect(last('“No, that is not on our agenda,” Helen Marsh told reporters.')).toMatchObject({
      via: null,
    });
  });
});
