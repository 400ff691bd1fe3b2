import { describe, expect, it } from 'vitest';
import { quotesIn, said } from './said.ts';

describe('who said it', () => {
  it('is the subject after the quote', () => {
    expect(said('“The ferry will sail again on Monday,” Ines Calder said.')).toEqual([
      'Ines Calder: The ferry will sail again on Monday,',
    ]);
  });

  it('is the subject after an inverted verb', () => {
    expect(
      said('“The ferry will sail again on Monday,” said Ines Calder, the harbour master.'),
    ).toEqual(['Ines Calder: The ferry will sail again on Monday,']);
  });

  it('is found although space and comma after the closing mark are missing', () => {
    expect(
      said('Ines Calder spoke on Friday. “The ferry will sail again on Monday”she said.'),
    ).toEqual(['Ines Calder: The ferry will sail again on Monday']);
  });

  it('is found after a verb that a translation program wrote with a capital', () => {
    const text =
      'Calder walked to the pier. “Who would have paid for the repairs?” Said Ines Calder, quoted by Tass.';
    expect(said(text)).toEqual(['Ines Calder: Who would have paid for the repairs?']);
  });

  it('is the subject before the quote', () => {
    expect(said('Ines Calder told the council: “We have two ferries and one captain.”')).toEqual([
      'Ines Calder: We have two ferries and one captain.',
    ]);
  });

  it('is the subject of the clause that marked words stand in', () => {
    expect(
      said(
        'Ines Calder said on Friday that the old pier was “an accident waiting to happen” in winter.',
      ),
    ).toEqual(['Ines Calder: an accident waiting to happen']);
  });

  it('is the same for both halves of a split quote', () => {
    expect(
      said('“The pier is closed,” Ines Calder said, “and it will stay closed until May.”'),
    ).toEqual([
      'Ines Calder: The pier is closed,',
      'Ines Calder: and it will stay closed until May.',
    ]);
  });

  it('goes on speaking in the next sentence', () => {
    expect(
      said('“The pier is closed,” said Ines Calder. “It will stay closed until May.”'),
    ).toEqual(['Ines Calder: The pier is closed,', 'Ines Calder: It will stay closed until May.']);
  });

  it('goes on speaking in the next paragraph when the closing mark waits for it', () => {
    const text =
      '“The pier is closed because the piles are rotten,” said Ines Calder. “We looked at them in March.\n\n“We looked again in April, and they were worse.”';
    expect(said(text)).toEqual([
      'Ines Calder: The pier is closed because the piles are rotten,',
      'Ines Calder: We looked at them in March.',
      'Ines Calder: We looked again in April, and they were worse.',
    ]);
  });

  it('is the subject of the sentence for a participle', () => {
    expect(
      said('Ines Calder defended the plan on Friday, saying “nobody else wanted to pay for it.”'),
    ).toEqual(['Ines Calder: nobody else wanted to pay for it.']);
  });

  it('is kept over an "adding" after another quote', () => {
    expect(
      said('“The pier is closed,” Ines Calder said, adding, “That was not my decision alone.”'),
    ).toEqual(['Ines Calder: The pier is closed,', 'Ines Calder: That was not my decision alone.']);
  });

  it('is the one the sentence before names with a colon', () => {
    expect(
      said(
        'Ines Calder had this to say about the winter:\n\n“We lost four boats and found three of them.”',
      ),
    ).toEqual(['Ines Calder: We lost four boats and found three of them.']);
  });

  it('is the source of "according to"', () => {
    expect(
      said('The repairs will take “at least eleven long months,” according to Ines Calder.'),
    ).toEqual(['Ines Calder: at least eleven long months,']);
  });

  it('stands before an apposition between commas', () => {
    expect(
      said(
        '“We count every boat twice,” Ines Calder, the harbour master of Port Lorne, said on Friday.',
      ),
    ).toEqual(['Ines Calder: We count every boat twice,']);
  });

  it('stands before a relative clause', () => {
    expect(
      said('Ines Calder, who has run the harbour since 2009, said: “We count every boat twice.”'),
    ).toEqual(['Ines Calder: We count every boat twice.']);
  });

  it('is the one who is said to have said it, and not who only heard it', () => {
    expect(
      said(
        '“We could go on being brilliant and broke,” Ines Calder told them, according to two people.',
      ),
    ).toEqual(['Ines Calder: We could go on being brilliant and broke,']);
  });

  it('is unknown in the lines of a transcript after another’s name', () => {
    const text =
      'Ines Calder said: “We begin at nine.\n\n“AVERILL: I would like to begin at ten, if I may.\n\n“The ferries do not run before that, as you know.”';
    expect(
      said(text)
        .slice(1)
        .filter((line) => line.startsWith('Ines Calder')),
    ).toEqual([]);
  });

  it('is not the one who was told', () => {
    expect(
      said('Ines Calder told Tom Averill, a reporter, that “every boat is counted twice here.”'),
    ).toEqual(['Ines Calder: every boat is counted twice here.']);
  });

  it('is not the outlet that was told', () => {
    expect(
      said('“We count every boat twice,” Ines Calder, the harbour master, told Reuters.'),
    ).toEqual(['Ines Calder: We count every boat twice,']);
  });

  it('is the author of a document that speaks', () => {
    expect(
      said(
        '“The council regrets the delay and will publish all letters,” a statement by Ines Calder read.',
      ),
    ).toEqual(['Ines Calder: The council regrets the delay and will publish all letters,']);
  });

  it('is the document where nobody is named', () => {
    const [quote] = quotesIn(
      'The council met “to restate its firm support for the ferry crews,” according to a statement.',
    );
    expect(quote).toMatchObject({ speaker: 'a statement', speakerName: null });
  });

  it('is the document, not its hero, where marked words tell of him with their own verb', () => {
    const text =
      '“Minister Averill restated the importance of safe ferries,” a readout by Ines Calder indicated.\nAverill also “underscored the council’s firm support for the crews of all ferries.”';
    expect(said(text)).toEqual([
      'Ines Calder: Minister Averill restated the importance of safe ferries,',
      'Ines Calder: underscored the council’s firm support for the crews of all ferries.',
    ]);
  });

  it('is a group where a group speaks', () => {
    const [quote] = quotesIn('The two harbour masters said they were in “constant touch” now.');
    expect(quote).toMatchObject({ speaker: 'The two harbour masters', text: 'constant touch' });
  });
});

describe('what is no quote', () => {
  it('is the name of a work', () => {
    expect(
      said(
        'She starred in the film “The Last Lighthouse” and in the series “Harbour Lights” on television.',
      ),
    ).toEqual([]);
  });

  it('is a title even where somebody speaks right after it', () => {
    expect(
      said('At the end of the anthem “The Long Road Home Again,” Ines Calder thanked the choir.'),
    ).toEqual([]);
  });

  it('is a nickname inside a name', () => {
    expect(said('Harold “Bim” Anstey was met at the pier by the crew.')).toEqual([]);
  });

  it('is the value of an attribute in left-over markup', () => {
    expect(
      said(
        'Calder said nothing.\n\n<figure id="4711" author="@harbour" date="2026-03-01">A ferry.',
      ),
    ).toEqual([]);
  });

  it('is a measure in feet and inches', () => {
    expect(said('Calder said the captain was 5’2” tall and the mate 6’1” or so.')).toEqual([]);
  });
});
