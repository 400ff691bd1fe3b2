// Forms of one English word that no stemmer joins; the first of each line stands for the others.
const FORMS = `
  die dead death kill fatal|hurt injur wound|send sent|pay paid|find found|build built|win won winner|hold held|leav left|lose lost
  loss|meet met|sell sold sale|buy bought|fall fell fallen|rise rose risen|break broke broken|begin began begun start|choos
  chose chosen choic|come came|grow grew grown growth|write wrote written|take took taken|strike struck|shoot shot|steal
  stole stolen theft|hide hid hidden|bring brought|catch caught|teach taught|think thought|fight fought|give gave given|
  drive drove driven|fly flew flown flight|speak spoke spoken|swim swam|run ran|sink sank sunk|feel felt|keep kept|sleep
  slept|lead led|spend spent|lend lent|make made|go goe went gone|know knew known|throw threw thrown|draw drew drawn|forgiv forgav|eat ate
  eaten|see saw seen|sit sat|stand stood|understand understood|tell told|wear wore worn|tear tore torn|bear bore born|
  freez froze frozen|burn burnt|blow blew blown|flee fled|deni denial|arriv arriv|decid decis|resign quit|agre agreement|
  marri marriag wed|deep depth|high height|long length|wide width|strong strength`;

const baseOf = new Map(
  FORMS.replace(/\n\s*/g, ' ')
    .split('|')
    .flatMap((line) => {
      const [base = '', ...others] = line.trim().split(/\s+/);
      return others.map((other) => [other, base] as const);
    }),
);

/** An English stem in the form that stands for all forms of its word. */
export function regular(stem: string, language: string | null): string {
  return (language ?? 'en').startsWith('en') ? (baseOf.get(stem) ?? stem) : stem;
}
