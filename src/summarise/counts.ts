import type { Figure } from './figures.ts';
import type { Sentence } from './sentence.ts';
import { tokensOf } from './tokens.ts';

/** A figure with what it counts and what is said of it. */
export type Count = {
  readonly sentence: Sentence;
  readonly figure: Figure;
  /** What is counted: figures of one kind can be compared. */
  readonly kind: string;
  /** The group of its noun within the kind; null for "people" and the like, which go with any. */
  readonly group: string | null;
  /** In the kind's own measure: metres, kilogrammes, square metres, pieces. */
  readonly value: number;
  /** The values it may stand for: "about 300", "at least 14", "between 5 and 8". */
  readonly least: number;
  readonly most: number;
  /** Whether it is a share, what is left or what came on top. */
  readonly isPart: boolean;
  /** Whether it is that, or what was, will or might be: no match for what is. */
  readonly isAside: boolean;
  /** Whether it measures (money, lengths) instead of counting. */
  readonly isMeasure: boolean;
  /** What became of them ("hurt", "dead"), where the clause says so. */
  readonly fate: string | null;
  /** The stems of the other words of its clause, and those that stand right beside it. */
  readonly around: ReadonlySet<string>;
  readonly near: ReadonlySet<string>;
};

const PEOPLE: Readonly<Record<string, string>> = {
  '': 'people persons individuals others victims casualties menschen personen leute opfer personas víctimas personnes victimes persone vittime',
  patients:
    'patients participants volunteers subjects patienten teilnehmer pacientes participantes patients pazienti',
  workers:
    'workers employees staff labourers laborers workforce arbeiter mitarbeiter beschäftigte angestellte trabajadores empleados salariés employés lavoratori dipendenti',
  passengers:
    'passengers travellers travelers tourists holidaymakers reisende passagiere fahrgäste urlauber pasajeros viajeros turistas passagers voyageurs passeggeri',
  residents:
    'residents inhabitants islanders villagers townspeople citizens evacuees homeless displaced bewohner einwohner anwohner vecinos habitantes residentes habitants abitanti',
  protesters:
    'protesters protestors demonstrators marchers demonstranten manifestantes manifestants manifestanti',
  spectators: 'spectators fans zuschauer espectadores spectateurs spettatori',
  runners: 'runners participants starters entrants läufer corredores coureurs',
  soldiers: 'soldiers troops soldaten soldados soldats soldati',
  police: 'police officers policemen polizisten policías agentes policiers agenti',
  students:
    'students pupils schoolchildren schüler studenten alumnos estudiantes élèves étudiants studenti',
  migrants:
    'migrants refugees asylum-seekers migranten flüchtlinge migrantes refugiados réfugiés migranti',
  customers:
    'customers users clients subscribers kunden nutzer clientes usuarios utilisateurs clienti utenti',
  rebels:
    'militants fighters insurgents rebels extremists kämpfer militantes combatientes combattants',
  children: 'children kids girls boys toddlers kinder niños enfants bambini',
  women: 'women frauen mujeres femmes donne',
  men: 'men männer hombres hommes uomini',
  firefighters: 'firefighters firemen feuerwehrleute bomberos pompiers pompieri',
};
const THINGS: Readonly<Record<string, string>> = {
  jobs: 'jobs posts positions roles arbeitsplätze stellen jobs empleos puestos emplois postes posti',
  homes:
    'homes houses dwellings apartments häuser wohnungen viviendas casas maisons logements case abitazioni',
  votes: 'votes stimmen votos voix voti',
  vehicles: 'vehicles cars trucks fahrzeuge autos vehículos coches véhicules voitures veicoli auto',
};
const MEASURES: Readonly<Record<string, readonly [string, number]>> = {
  ...measure('length', 1, 'metres meters metre meter metern m metros mètres metri'),
  ...measure(
    'length',
    1000,
    'kilometres kilometers kilometre kilometer km kilometern kilómetros kilomètres chilometri',
  ),
  ...measure('length', 1609.34, 'miles mile meilen millas'),
  ...measure('length', 0.3048, 'feet foot ft'),
  ...measure('length', 0.01, 'centimetres centimeters cm zentimeter centímetros'),
  ...measure('area', 1, 'acres acre'),
  ...measure('area', 2.471, 'hectares hectare hektar hectáreas ettari'),
  ...measure('weight', 1000, 'tonnes tons tonnen toneladas tonnellate'),
  ...measure('weight', 1, 'kilograms kilogrammes kilos kg kilogramm kilogramos'),
  ...measure('weight', 0.4536, 'pounds lb lbs'),
};
// What half the sentences of any story are counted in, each time of something else.
const LOOSE =
  /^(?:%|times|years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|jahren?|monate?n?|wochen?|tagen?|stunden?|minuten?|sekunden?|años?|meses|semanas?|días?|horas?|minutos?|segundos?|veces|ans?|années?|mois|semaines?|jours?|heures?|anni|mesi|settimane|giorni|ore|minuti|volte|points?|percentage|cents|mal|degrees|parts|ways|things|sides|hundreds|thousands|millions|thirds|quarters|tenths|fifths)$/u;

function measure(kind: string, size: number, words: string) {
  return Object.fromEntries(words.split(' ').map((w) => [w, [kind, size] as const]));
}

type Noun = { readonly kind: string; readonly group: string | null };

const nounsIn = (groups: Readonly<Record<string, string>>, nounOf: (group: string) => Noun) =>
  Object.entries(groups).flatMap(([group, words]) =>
    words.split(' ').map((word) => [word, nounOf(group)] as const),
  );

// Of a word that stands in several lines the first one decides.
const nouns: ReadonlyMap<string, Noun> = new Map(
  [
    ...nounsIn(THINGS, (kind) => ({ kind, group: null })),
    ...nounsIn(PEOPLE, (group) => ({ kind: 'people', group: group || null })),
  ].toReversed(),
);

// What became of people, in forms as they stand beside a figure.
const FATES: readonly (readonly [string, RegExp])[] = [
  [
    'dead',
    /(?<![\p{L}])(?:kill(?:s|ed|ing)|dead|die[sd]|deaths?|death toll|tote|toten|getötet|starben|muert[oe]s?|murieron|fallecidos|morts?|tuées?|tués|mort[ie]|uccis[ie])(?![\p{L}])/iu,
  ],
  [
    'hurt',
    /(?<![\p{L}])(?:injur(?:ed|ing|ies|es)|wound(?:ed|ing|s)|hurt|treated|hospitali[sz]ed|verletzte?n?|herid[oa]s|blessés|blessées|ferit[ie])(?![\p{L}])/iu,
  ],
  [
    'missing',
    /(?<![\p{L}])(?:missing|unaccounted|vermisste?n?|desaparecid[oa]s|disparus|dispers[ie])(?![\p{L}])/iu,
  ],
  [
    'held',
    /(?<![\p{L}])(?:arrest(?:s|ed|ing)|detain(?:s|ed|ing)|festgenommen|verhaftet|detenid[oa]s|arrêtés|arrestat[ie])(?![\p{L}])/iu,
  ],
  [
    'driven out',
    /(?<![\p{L}])(?:evacuat(?:ed|es|ing|ion)|displaced|homeless|(?:left|leave|flee|fled|driven from|forced from) (?:their|its) homes?|fled|evakuiert|ihre Häuser verlassen|in Sicherheit gebracht|evacuad[oa]s|desalojad[oa]s|évacués|sfollat[ie])(?![\p{L}])/iu,
  ],
  [
    'stranded',
    /(?<![\p{L}])(?:strand(?:ed|ing)|stuck|unable to (?:travel|cross|leave|fly|sail)|(?:cannot|could not|can['’]t) (?:travel|cross|fly|sail|leave)|wrong side|gestrandet|sitzen .{0,30}fest|varad[oa]s|atrapad[oa]s|bloqués|bloccat[ie])(?![\p{L}])/iu,
  ],
  [
    'freed',
    /(?<![\p{L}])(?:rescued|freed|released|gerettet|befreit|rescatad[oa]s|sauvés|libérés|salvat[ie])(?![\p{L}])/iu,
  ],
  [
    'enrolled',
    /(?<![\p{L}])(?:enroll?(?:ed|s|ing)?|(?:study|trial|test|survey) (?:of|with|among|on|involving|in)|studie mit|ensayo con|étude (?:sur|de))(?![\p{L}])/iu,
  ],
  [
    'lost',
    /(?<![\p{L}])(?:in danger|at risk|(?:job|post) losses|laid off|lay off|redundan\p{L}+|(?:be|were|are) (?:cut|lost|axed|shed)|will go|cut(?:ting)?|shed(?:ding)?|los(?:e|s|t|ing) (?:of|their)|axe)(?![\p{L}])/iu,
  ],
  [
    'damaged',
    /(?<![\p{L}])(?:damag(?:ed|ing|es)|destroy(?:ed|ing|s)|burn(?:ed|t|ing)|wreck(?:ed|ing)|razed|beschädigt|zerstört|dañad[oa]s|destruid[oa]s|endommagés?|détruite?s?|danneggiat[ie]|distrutt[ie])(?![\p{L}])/iu,
  ],
];

// A share, what is left, what came on top or what falls to each is not the whole.
const PART_BEFORE =
  /(?<![\p{L}])(?:(?<!(?:study|trial|test|survey|crowd|total|group|team) )of|out of|of (?:the|its|his|her|their|those|these|all|some|about|around|more than|over|nearly|almost)|another|additional|extra|other|first|last|next|only|just|remaining|including|among (?:them|whom)|each|every|per|most recent|von|von den|aus|weitere|noch|darunter|de (?:los|las)|otr[oa]s|entre ellos|des|dont|autres|altr[ie]|tra cui)\s*$/iu;
// "Won by 31,200 votes", "up from 5,400".
const STEP_BEFORE = /(?<![\p{L}])(?:by|from|past|um|auf|por|desde|par|da)\s*$/iu;
const PART_BEHIND =
  /^\s*(?:of (?:the|its|his|her|their|those|these|them|whom|about|some|\d)|\p{L}+ of (?:them|whom|those|(?:the |its |their |about |some )?\d))|^\s*(?:\p{L}+\s){0,2}?(?:more\b|others?\b|additional|further|fewer|less|each\b|apiece|per\b|an? (?:day|week|month|year|hour|minute|night|head|share|person|barrel|gallon|pound|tonne?)\b|daily|annually|a piece|von (?:den|ihnen)|der |mehr|weniger|weitere|de (?:los|las|ellos|ellas)|más|menos|des |de plus|d['’]entre|dei |delle |in più)/iu;
// What was, will be or might be is another count than what is.
const OTHERWISE =
  /(?<![\p{L}])(?:will|would|could|may|might|can|expect(?:s|ed)?|forecasts?|predict\p{L}*|plans?|aims?|target|goal|at first|initially|originally|previously|earlier|formerly|once|ago|last (?:year|month|week)|(?:in|since|by|until|during) (?:19|20)\d\d|(?:19|20)\d\ds?|so far this|annual(?:ly)?|includ\p{L}*|then|usual(?:ly)?|typically|average|record|up from|down from|rais(?:ed|es|ing)|doubl(?:ed|es|ing)|risen|rose|grew|fallen|fell|maximum|capacity|estimated to|as many as|up to|if|unless|wird|werden|könnten?|dürften?|zunächst|ursprünglich|früher|vor \p{L}+ jahren|hasta|podrían?|será|serán|inicialmente|antes|hace|pourrait|pourraient|sera|seront|jusqu|potrebbe|sarà|fino a)(?![\p{L}])/iu;

// A sentence that sets times against each other.
const COMPARED =
  /(?<![\p{L}])(?:[Cc]ompared (?:with|to)|(?:[Tt]hrough|[Aa]s of|[Bb]y) (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)\p{L}*|the whole year)(?![\p{L}])/u;
// "The number of people driven from their homes rose to 4,300."
const NUMBER_OF =
  /(?<![\p{L}])(?:number of|zahl der|número de|nombre de|numero (?:di|dei|delle)) (\p{L}+)/iu;

const ABOUT =
  /(?<![\p{L}])(?:about|around|some|roughly|approximately|nearly|almost|close to|an estimated|rund|etwa|ungefähr|fast|knapp|unos|unas|casi|cerca de|alrededor de|environ|près de|quelque|circa|quasi)\s*$/iu;
const AT_LEAST =
  /(?<![\p{L}])(?:at least|more than|over|above|upwards of|not less than|mehr als|mindestens|über|más de|al menos|por lo menos|plus de|au moins|più di|oltre|almeno)\s*$/iu;
const AT_MOST =
  /(?<![\p{L}])(?:at most|fewer than|less than|under|below|no more than|weniger als|höchstens|menos de|como mucho|moins de|au plus|meno di)\s*$/iu;

const APPROXIMATION = 0.12;
const WINDOW = 40;
const NEAR = 2;

/** What the figures of a sentence count, where that can be compared; shares, rates and forecasts are left out. */
export function countsIn(sentence: Sentence, figures: readonly Figure[]): Count[] {
  return figures.flatMap((figure, i) => {
    const { text, language } = sentence;
    const { start, end } = clauseAt(text, figure, figures[i - 1], figures[i + 1]);
    const clause = text.slice(start, end);
    const noun = figure.unit ?? NUMBER_OF.exec(text.slice(start, figure.start))?.[1]?.toLowerCase();
    if (!noun || LOOSE.test(noun)) return [];
    const before = text.slice(Math.max(0, figure.start - WINDOW), figure.start);
    const behind = text.slice(figure.end, figure.end + WINDOW);
    const bare = before.replace(ABOUT, '').replace(AT_LEAST, '').replace(AT_MOST, '');
    const isPart = PART_BEFORE.test(bare) || PART_BEHIND.test(behind);
    const isAside =
      isPart || STEP_BEFORE.test(bare) || OTHERWISE.test(clause) || COMPARED.test(text);
    const isMeasure = Object.hasOwn(MEASURES, noun) || /^[A-Z]{3}$/.test(noun);
    const { kind, group, size } = kindOf(noun, language);
    const value = figure.value * size;
    const [least, most] = boundsOf(value, figure.value, before);
    const own = new Set(
      tokensOf(text.slice(figure.start, figure.end), language).map((t) => t.stem),
    );
    const unit = tokensOf(noun, language)[0]?.stem;
    const stems = (words: string) =>
      tokensOf(words, language).flatMap(({ stem, common }) =>
        common || own.has(stem) || stem === unit || /^\d/.test(stem) || SAID.test(stem)
          ? []
          : [stem],
      );
    const around = new Set(stems(clause));
    const near = new Set([
      ...stems(text.slice(start, figure.start)).slice(-NEAR),
      ...stems(text.slice(figure.end, end)).slice(0, NEAR),
    ]);
    const fates = isMeasure ? [] : FATES.filter(([fate]) => befalls(fate, kind));
    const fate = fates.find(([, words]) => words.test(clause))?.[0] ?? null;
    return [
      {
        sentence,
        figure,
        kind,
        group,
        value,
        least,
        most,
        isPart,
        isAside,
        isMeasure,
        fate,
        around,
        near,
      },
    ];
  });
}

/** People are hurt, posts are cut, things are damaged; votes are none of it. */
function befalls(fate: string, kind: string): boolean {
  if (kind === 'people') return fate !== 'lost' && fate !== 'damaged';
  if (kind === 'jobs') return fate === 'lost';
  return kind !== 'votes' && fate === 'damaged';
}

const SAID =
  /^(?:said|say|told|tell|accord|report|offici|author|polic|announc|state|spokesman|spokeswoman|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?$/;

function kindOf(unit: string, language: string | null) {
  const measured = Object.hasOwn(MEASURES, unit) ? MEASURES[unit] : undefined;
  if (measured) return { kind: measured[0], group: null, size: measured[1] };
  const noun = nouns.get(unit);
  if (noun) return { ...noun, size: 1 };
  if (/^(?:injured|wounded|dead|killed|missing|heridos|verletzte|blessés|feriti|tote)$/u.test(unit))
    return { kind: 'people', group: null, size: 1 };
  return { kind: tokensOf(unit, language)[0]?.stem ?? unit, group: null, size: 1 };
}

function boundsOf(value: number, written: number, before: string): [number, number] {
  const size = value / Math.max(1e-9, written);
  if (AT_LEAST.test(before)) return [value, value * 2];
  if (AT_MOST.test(before)) return [0, value];
  const slack = ABOUT.test(before) ? APPROXIMATION * value : 0;
  const rounded = Math.max(slack, roundingOf(written) * size);
  return [value - rounded, value + rounded];
}

/** How far a number may be off for its closing zeros, from a hundred up: 3,000 by 500, 3,100 by 50, 64 by nothing. */
function roundingOf(written: number): number {
  if (!Number.isInteger(written)) return 0;
  let unit = 1;
  while (written >= unit * 100 && written % (unit * 10) === 0) unit *= 10;
  return unit === 1 ? 0 : unit / 2;
}

/** From the last mark or figure before a figure to the next one behind it. */
function clauseAt(
  text: string,
  { start, end }: Figure,
  previous: Figure | undefined,
  next: Figure | undefined,
): { start: number; end: number } {
  const marks = [...text.matchAll(/[,;:–—()](?=[\s)]|$)|\s[-–—]\s/gu)].map((m) => m.index);
  const from = marks.filter((m) => m < start).at(-1) ?? 0;
  const to = marks.find((m) => m >= end) ?? text.length;
  return {
    start: Math.max(from, previous?.end ?? 0),
    end: Math.min(to, next?.start ?? text.length),
  };
}
