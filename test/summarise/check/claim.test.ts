import { describe, expect, it } from 'vitest';
import { checkClaim } from '../../../src/summarise/check/claim.ts';
import { evidenceOf } from '../../../src/summarise/check/evidence.ts';
import { locate, quotesIn, tunnelStory } from './tunnel.ts';

const articles = tunnelStory();
const quotes = quotesIn(articles);
const evidences = evidenceOf(articles);
const check = (text: string, ids: readonly number[] = [1, 2]) =>
  checkClaim(
    text,
    ids.flatMap((id) => evidences.byArticle.get(id) ?? []),
    { quotes, locate, language: 'en', storyAt: evidences.storyAt },
  );
const reasonFor = (text: string, ids?: readonly number[]) => {
  const verdict = check(text, ids);
  return verdict.holds ? 'holds' : verdict.reason;
};

describe('a sentence that its sources tell is shown', () => {
  it.each([
    [
      'whole',
      'Engineers measured 340 litres a minute at the breach, and 12 workers were brought out unhurt.',
    ],
    [
      'shortened',
      'Water broke through the northern wall of the Orla tunnel, the harbour authority said.',
    ],
    ['with a number in words', 'Twelve workers were brought out of the Orla tunnel unhurt.'],
    ['with a number in another form', 'The Orla tunnel was repaired for €3,500,000 in May 2019.'],
    ['with its weekday as a date', 'The Orla tunnel in Port Calder was closed on 3 March 2026.'],
    ['with a denial kept', 'Ada Finn denied that the harbour authority ignored warnings.'],
    [
      'with the denial in other words',
      'Finn said the authority had not ignored warnings from engineers.',
    ],
    [
      'with a quote and its speaker',
      'Birch said: “This city cannot wait months for its only tunnel.”',
    ],
    ['with a share', 'Ferries will carry 20% of the vehicles that use the tunnel every day.'],
    ['with a body by its initials', 'The ETA will send experts to Port Calder on Thursday.'],
    [
      'with an allegation as one',
      'The union of tunnel workers accused the harbour authority of saving on repairs.',
    ],
  ])('%s', (_how, text) => {
    expect(check(text)).toMatchObject({ holds: true });
  });
});

describe('a sentence that its sources do not tell is refused', () => {
  it.each([
    ['name', 'Ada Lund denied that the harbour authority ignored warnings.'],
    ['name', 'Ada Birch denied that the harbour authority ignored warnings.'],
    ['name', 'Chancellor Weber asked drivers to take the ferries from Nordlin.'],
    ['name', 'The Orla tunnel in Port Larne was closed after water broke through its wall.'],
    ['number', 'Engineers measured 430 litres a minute at the breach.'],
    ['number', 'Thirteen workers were brought out of the Orla tunnel unhurt.'],
    ['number', 'About 45 vehicles use the Orla tunnel every day.'],
    ['number', 'Ferries will carry 45,000 percent of the vehicles.'],
    ['number', 'The tunnel was repaired in May 2019 for 3.5 billion euros.'],
    ['number', 'The tunnel was repaired in May 2019 for 3.5 million dollars.'],
    ['number', 'The harbour authority brought out 340 workers unhurt at the breach.'],
    ['date', 'The Orla tunnel in Port Calder was closed on 7 March 2026.'],
    ['date', 'The Orla tunnel in Port Calder was closed on Friday after water broke through.'],
    ['negation', 'Ada Finn said the authority ignored warnings from the engineers.'],
    ['negation', 'Engineers did not measure 340 litres a minute at the breach.'],
    ['negation', 'Mayor Mo Birch never asked drivers to take the ferries from Nordlin.'],
    ['unattributed', 'The harbour authority was saving on repairs of the tunnel.'],
    ['not verbatim', 'Birch said that “this city can wait months for its only tunnel.”'],
    ['speaker', 'Finn said: “This city cannot wait months for its only tunnel.”'],
    [
      'not a statement',
      'Officials spoke of “water broke through its northern wall” in the Orla tunnel.',
    ],
    [
      'unsupported',
      'Residents fear that house prices along the harbour will collapse within weeks.',
    ],
    ['language', 'Le tunnel a été fermé mardi après que de l’eau est entrée dans la paroi.'],
    ['order', 'You should take the ferries from Nordlin to Port Calder.'],
    ['order', 'Is the Orla tunnel in Port Calder closed on Tuesday?'],
    ['order', 'We saw that the Orla tunnel in Port Calder was closed on Tuesday.'],
    ['address', 'The harbour authority of calder-tunnel.example closed the Orla tunnel.'],
    ['mention', 'The harbour authority asked @everyone to take the ferries.'],
    ['markup', 'The **Orla tunnel** in Port Calder was closed on Tuesday.'],
    ['code', 'The harbour authority ran open(tunnel) = true; and closed it.'],
    ['characters', 'The Orla tunnel in Port Calder was closed 🚧 on Tuesday.'],
    ['characters', 'The Orla t\u200bunnel in Port Calder was closed on Tuesday.'],
  ])('%s: %s', (reason, text) => {
    expect(reasonFor(text)).toBe(reason);
  });

  it('without a source, whatever it says', () => {
    expect(reasonFor('The Orla tunnel in Port Calder was closed on Tuesday.', [])).toBe(
      'no source',
    );
  });

  it('where only an article tells it that it does not cite', () => {
    expect(reasonFor('Mayor Mo Birch asked drivers to take the ferries from Nordlin.', [1])).toBe(
      'name',
    );
    expect(reasonFor('Mayor Mo Birch asked drivers to take the ferries from Nordlin.', [2])).toBe(
      'holds',
    );
  });
});

describe('a no', () => {
  const told = (text: string, first: string, second: string) => {
    const two = tunnelStory((one, other) => {
      one.push(first);
      other.push(second);
    });
    const own = evidenceOf(two);
    const verdict = checkClaim(text, [...own.byArticle.values()], {
      quotes: quotesIn(two),
      locate,
      language: 'en',
      storyAt: own.storyAt,
    });
    return verdict.holds ? 'holds' : verdict.reason;
  };
  const CUT =
    'The harbour authority lowered the tunnel toll by a quarter to 4 euros and hinted that drivers should not expect another cut soon.';
  const PASSED =
    'Ferry companies said they would pass the reduction of the toll on to regular passengers.';

  it('said of something else does not turn a sentence around', () => {
    expect(
      told('The harbour authority cut the tunnel toll by a quarter to 4 euros.', CUT, PASSED),
    ).toBe('holds');
    expect(
      told('Ferry companies said they would pass the cut on to regular passengers.', CUT, PASSED),
    ).toBe('holds');
  });

  it('said of something else proves no denial', () => {
    expect(
      told(
        'Ferry companies said they would not pass the cut on to regular passengers.',
        CUT,
        PASSED,
      ),
    ).toBe('negation');
  });

  it('is told by “nobody” as by “anybody” behind a denial', () => {
    const text = 'Ada Finn denied that anybody had opened the valves of the ferry.';
    expect(told(text, 'Ada Finn said nobody had opened the valves of the ferry.', PASSED)).toBe(
      'holds',
    );
  });
});

describe('what turns a sentence around without a no', () => {
  const told = (text: string, ...more: string[]) => {
    const two = tunnelStory((one) => void one.push(...more));
    const own = evidenceOf(two);
    const verdict = checkClaim(text, [...own.byArticle.values()], {
      quotes: quotesIn(two),
      locate,
      language: 'en',
      storyAt: own.storyAt,
    });
    return verdict.holds ? 'holds' : verdict.reason;
  };
  const BANNED = 'The harbour authority banned lorries from the ferries of Nordlin for a week.';
  const NOT_RULED_OUT = 'Mayor Mo Birch did not rule out a second tunnel to Nordlin.';
  const RULED_OUT = 'Mayor Mo Birch ruled out a second tunnel to Nordlin.';
  const POSTS = 'About 900 of 2,700 posts of the harbour authority are in danger after the breach.';
  const GO = 'The harbour authority says that no more than 350 will go after the breach.';

  it.each([
    [
      'the opposite',
      'The harbour authority allowed lorries on the ferries of Nordlin.',
      [BANNED],
      'negation',
    ],
    [
      'the same in other words',
      'The harbour authority barred lorries from the ferries of Nordlin.',
      [BANNED],
      'holds',
    ],
    [
      'the opposite with a no',
      'The harbour authority did not allow lorries on the ferries of Nordlin.',
      [BANNED],
      'negation',
    ],
    [
      'two noes for none',
      'Mayor Mo Birch ruled out a second tunnel to Nordlin.',
      [NOT_RULED_OUT],
      'negation',
    ],
    [
      'two noes for two',
      'Mo Birch did not rule out a second tunnel to Nordlin.',
      [NOT_RULED_OUT],
      'holds',
    ],
    [
      'two noes for one',
      'Mo Birch did not rule out a second tunnel to Nordlin.',
      [RULED_OUT],
      'negation',
    ],
    [
      'another office',
      'The interior ministry asked drivers to take the ferries from Nordlin.',
      ['The transport ministry asked drivers to take the ferries from Nordlin, too.'],
      'name',
    ],
    [
      'a number that a source leaves bare',
      'The harbour authority says that no more than 350 posts will go.',
      [POSTS, GO],
      'holds',
    ],
    [
      'what another speaker did',
      'Ada Finn asked drivers to take the ferries from Nordlin.',
      [],
      'speaker',
    ],
  ])('%s', (_what, text, more, verdict) => {
    expect(told(text, ...more)).toBe(verdict);
  });

  it('a place under its other name is the same', () => {
    const text =
      'The tunnel association of Kiev sent three engineers to the breach at Port Calder.';
    expect(told(text.replace('Kiev', 'Kyiv'), text)).toBe('holds');
    expect(told(text.replace('Kiev', 'Kazan'), text)).toBe('name');
  });

  it('a quote under the office of its speaker and the name of another', () => {
    const quote = '“We will not reopen the tunnel before every joint has been examined,”';
    expect(told(`${quote} said Mo Birch, the director of the harbour authority.`)).toBe('speaker');
    expect(told(`${quote} said the director of the harbour authority.`)).toBe('holds');
  });
});

describe('a word that makes it worse, or turns it, is no plain rewording', () => {
  it.each([
    ['meaning', '12 workers were killed in the Orla tunnel.'],
    ['meaning', '12 workers were brought out of the tunnel hurt.'],
    ['meaning', '12 workers were brought out injured at the breach.'],
    ['meaning', '12 workers were brought out dead.'],
    ['meaning', '12 workers were murdered in the Orla tunnel.'],
    ['meaning', 'Terrorists broke through the northern wall of the Orla tunnel.'],
    ['meaning', 'The Orla tunnel in Port Calder was bombed on Tuesday.'],
    ['meaning', 'The Orla tunnel was opened in 1998 and sold in May 2019 for 3.5 million euros.'],
    ['meaning', 'The illegal Orla tunnel was opened in 1998 and repaired in May 2019.'],
    ['meaning', 'The corrupt director of the harbour authority closed the Orla tunnel.'],
    ['meaning', 'Ada Finn, the director of the harbour authority, was arrested.'],
    ['meaning', 'The harbour authority is bankrupt, and the Orla tunnel was closed on Tuesday.'],
    ['number', 'Engineers measured 340 litres a minute, and one worker was brought out unhurt.'],
    ['number', 'Ferries will carry half of the vehicles that use the Orla tunnel.'],
    ['number', 'Ferries will carry a third of the vehicles that use the Orla tunnel.'],
    ['number', 'About 45,000 vehicles use the Orla tunnel every week.'],
    ['number', 'Engineers measured 340 litres an hour at the breach.'],
    ['number', 'Hundreds of workers were brought out unhurt at the breach.'],
    ['speaker', 'The harbour authority accused the union of tunnel workers of saving on repairs.'],
    ['meaning', 'The European Tunnel Association sent experts to Port Calder on Thursday.'],
  ])('%s: %s', (reason, text) => {
    expect(reasonFor(text)).toBe(reason);
  });

  it.each([
    'The harbour authority was accused by the union of tunnel workers of saving on repairs.',
    'Every day about 45,000 vehicles use the Orla tunnel.',
    'Engineers measured 340 litres per minute at the breach.',
    'The European Tunnel Association will send experts to Port Calder on Thursday.',
    'The European Tunnel Association is to send experts to Port Calder on Thursday.',
  ])('but what the sources tell stands: %s', (text) => {
    expect(reasonFor(text)).toBe('holds');
  });
});

it('thousands are no fraction: 45,000 vehicles are not 45', () => {
  expect(reasonFor('Engineers voted by 45 to 12 to examine every joint of the tunnel.')).toBe(
    'number',
  );
});

describe('what carries a claim', () => {
  it('is the sentence in each source that tells it', () => {
    const verdict = check('Water closed the Orla tunnel on Tuesday, the harbour authority said.');
    expect(verdict.holds && [...verdict.tellers].sort()).toEqual([
      'nordlin wire',
      'the calder post',
    ]);
    const texts = verdict.holds
      ? verdict.refs.map((r) => articles[r.article - 1]!.text.slice(r.start, r.end))
      : [];
    expect(texts).toHaveLength(2);
    expect(texts.every((t) => t.includes('harbour authority said.'))).toBe(true);
  });

  it('is told by one where only one tells it, whatever is cited', () => {
    const verdict = check('Mayor Mo Birch asked drivers to take the ferries from Nordlin.');
    expect(verdict.holds && [...verdict.tellers]).toEqual(['nordlin wire']);
  });
});
