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

describe('the role of a speaker', () => {
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
