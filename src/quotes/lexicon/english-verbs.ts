import type { Verb, VerbClass, VerbForm } from './verbs.ts';

const LEMMAS: Readonly<Record<VerbClass, string>> = {
  say: `say tell add ask reply respond answer explain note continue argue warn insist declare announce claim state observe
    remark recall conclude acknowledge admit concede joke quip shout yell chant boast brag complain lament assert maintain contend
    stress emphasize emphasise reiterate suggest predict vow pledge promise urge testify caution counter retort deny confirm
    confide exclaim mutter whisper muse opine offer interject allege charge crow deadpan demand elaborate fume gush gripe
    grumble hint implore indicate inform inquire intone joke laugh marvel moan murmur nod object plead pray preach proclaim
    profess promise pronounce propose protest quote read rail rant react reason reassure assure rebut recite recommend recount
    reflect refute rejoin relate remember remind repeat report reveal riff roar rule scoff scold scream shrug sigh sing smile
    snap sneer speak speculate sputter stammer stipulate surmise swear taunt tease thank theorize thunder underline
    underscore urge utter venture volunteer wager wail wonder bark beam bellow bemoan beseech blurt boom cackle cry chide
    chime chuckle clarify coax comment commend congratulate counsel cajole croak decree disclose drawl echo fret
    growl grunt guess hiss holler interrupt jeer jest jibe lecture mumble nag narrate order philosophize point
    posit pontificate press prompt ramble rasp ridicule shriek snarl sob specify spell squeal sum summarize tout trumpet
    vent voice whine instruct advise agree begin add conclude signal contradict forecast estimate apologize invoke tick
    retaliate go`,
  write: `write tweet post blog email e-mail text publish print pen scrawl scribble retweet type title caption message
    cable wire inscribe headline entitle`,
  call: `call describe dub label brand deem term name characterize characterise refer deride dismiss denounce decry
    portray paint cast depict tag nickname christen slur liken compare hail mock blast slam criticize criticise
    condemn bash assail attack castigate chastise rebuke lambast lambaste excoriate ridicule praise laud applaud
    celebrate tout trash disparage belittle accuse blame fault peg style bill label pan rip skewer hammer knock
    lampoon vilify demonize`,
  think: `think believe feel hope want wish know see consider find figure fear worry expect doubt realize understand
    mean assume imagine regard view love hate like dislike learn hear favor favour oppose reject support embrace
    welcome`,
  act: `cite reference mention use repeat pledge promise seek vow declare ban issue release deliver give offer make
    discuss raise invoke highlight advocate push pitch lay reject question challenge defend express convey promote
    present outline detail address tackle focus campaign rail demand request agree sign adopt champion endorse dispute
    support announce urge implore encourage threaten order lead open end close sound strike stand turn coin hurl
    unleash volley fire launch lob pen lob wield plead`,
  show: `show read include feature display list run bear carry appear contain indicate suggest reveal find hold rule flash
    declare`,
};

const IRREGULAR: Readonly<
  Record<string, readonly [past: string, participle?: string, third?: string, gerund?: string]>
> = {
  say: ['said'],
  tell: ['told'],
  write: ['wrote', 'written'],
  read: ['read'],
  speak: ['spoke', 'spoken'],
  begin: ['began', 'begun'],
  go: ['went', 'gone', 'goes'],
  sing: ['sang', 'sung'],
  swear: ['swore', 'sworn'],
  think: ['thought'],
  feel: ['felt'],
  know: ['knew', 'known'],
  see: ['saw', 'seen'],
  find: ['found'],
  understand: ['understood'],
  mean: ['meant'],
  hear: ['heard'],
  learn: ['learned'],
  cast: ['cast'],
  give: ['gave', 'given'],
  make: ['made'],
  lay: ['laid'],
  lead: ['led'],
  seek: ['sought'],
  hold: ['held'],
  show: ['showed', 'shown'],
  run: ['ran', 'run'],
  bear: ['bore', 'borne'],
  spell: ['spelled', 'spelt'],
  cry: ['cried'],
  nag: ['nagged'],
  wield: ['wielded'],
  forecast: ['forecast'],
  strike: ['struck'],
  stand: ['stood'],
  sum: ['summed'],
  put: ['put'],
  get: ['got'],
  bash: ['bashed'],
};

// A final consonant that is doubled: beg, begged.
const DOUBLING = new Set(
  'admit chat quip nod sob plan rip knit pan ban jot refer nag slam blog pen tag peg brag sum step permit submit'.split(
    ' ',
  ),
);

const FORMS: ReadonlyMap<string, Verb> = (() => {
  const forms = new Map<string, Verb>();
  const set = (word: string, verb: Verb) => {
    if (!forms.has(word)) forms.set(word, verb);
  };
  for (const [verbClass, list] of Object.entries(LEMMAS) as [VerbClass, string][]) {
    for (const lemma of list.trim().split(/\s+/)) {
      const [past, participle, third, gerund] = IRREGULAR[lemma] ?? [];
      const make = (form: VerbForm): Verb => ({ lemma, class: verbClass, form });
      const stem = DOUBLING.has(lemma)
        ? lemma + lemma.at(-1)
        : lemma.endsWith('e')
          ? lemma.slice(0, -1)
          : lemma;
      const y = /[^aeiou]y$/.test(lemma);
      set(past ?? (y ? lemma.slice(0, -1) + 'ied' : stem + 'ed'), make('finite'));
      if (participle) set(participle, make('finite'));
      set(
        third ??
          (y
            ? lemma.slice(0, -1) + 'ies'
            : /(s|sh|ch|x|z|o)$/.test(lemma)
              ? lemma + 'es'
              : lemma + 's'),
        make('finite'),
      );
      set(gerund ?? stem + 'ing', make('gerund'));
      set(lemma, make('base'));
    }
  }
  return forms;
})();

/** What verb of saying, writing, calling or the like a lower-case English word can be. */
export function englishVerb(word: string): Verb | undefined {
  return FORMS.get(word);
}
