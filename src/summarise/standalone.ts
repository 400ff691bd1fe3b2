// Words that open a sentence and point back to one that is not shown, and words that tie it to the
// one before. By language: the French "il" is an Italian article, the German "es" a Spanish verb.
type Openers = { readonly pointing: RegExp; readonly tying: RegExp };

const joined = (words: string) =>
  words.replace(/\n\s*/g, (_, at: number) => (words[at - 1] === '|' ? '' : ' '));

const openers = (pointing: string, tying: string): Openers => ({
  pointing: new RegExp(`^["“”'‘’«»„(\\s]*(?:${joined(pointing)})(?![\\p{L}])`, 'iu'),
  tying: new RegExp(`^["“”'‘’«»„(\\s]*(?:${joined(tying)})(?![\\p{L}])`, 'iu'),
});

const ENGLISH = openers(
  `the \\d+-year-old|he|she|they|it|this|that|these|those|his|her|their|its|such|both|some|many|most|others?|another|neither|either|
  the (?:two|three|four|five|pair|trio|duo|former|latter|couple|move|man|woman|men|women|incident|decision|announcement|
  statement|same|other|others|plan|deal|news|comments?|remarks?|latest|post|tweet|letter|video|result|results|report|
  suspect|suspects|victims?|teen|teenager|boy|girl|actor|actress|singer|star|author|source|sources|program|programme|
  change|changes|idea|issue|problem|move|moves|book|film|movie|show|suit|lawsuit|complaint|document|documents|case|
  company|firm|group|agency|organization|organisation|team|study|researchers|authors|event|article|story|paper|bill)|
  one of (?:them|those|these)|one|there|here|that['’]s|it['’]s|he['’]s|she['’]s|they['’]re|(?:in|on|at|after|before|during|by|with|under|despite|since|from|for|of) (?:it|this|that|these|those|them|him|her|his|their|its|which)`,
  `but|and|or|nor|so|yet|however|meanwhile|moreover|furthermore|nevertheless|nonetheless|still|also|instead|then|thus|
  therefore|besides|additionally|separately|in addition|in contrast|by contrast|on the other hand|for (?:example|instance)|
  as a result|at the same time|in the meantime|in turn|in fact|indeed|of course|similarly|likewise|otherwise|
  consequently|finally|later|afterwards?|elsewhere|rather|even so|that said|after that|in other words|until then|
  because|which|who|whose|where|though|although|plus|again|now|too|hence|even|perhaps|maybe|yes|no|well|first|second|
  third|next|on (?:that|this)|at (?:that|this)|as such|not only|the reason`,
);

const BY_LANGUAGE: Readonly<Record<string, Openers>> = {
  en: ENGLISH,
  de: openers(
    `er|sie|es|dies|diese[rsmn]?|jene[rsmn]?|seine?[rsmn]?|ihre?[rsmn]?|beide|dabei|dazu|damit|daraufhin|darin|daran|
    darüber|davon|dafür|dagegen|das (?:war|ist|sei|wäre|hat|habe|wird|sagte|teilte)|dort|so|der (?:mann|täter|junge)|
    die (?:frau|beiden|firma|behörde)`,
    `aber|und|doch|jedoch|allerdings|dennoch|trotzdem|zudem|außerdem|inzwischen|unterdessen|derweil|danach|dann|auch|
    deshalb|daher|deswegen|stattdessen|hingegen|zunächst|zuvor|später|schließlich|denn|weil|nur|noch|ja|nein`,
  ),
  es: openers(
    `él|ella|ello|ellos|ellas|esto|est[ae]s?|es[ae]s?|eso|aquel(?:la|los|las)?|su|sus|ambos|ambas|allí|ahí|dich[oa]s?|
    l[oa]s dos|el (?:hombre|joven|mismo)|la (?:mujer|misma|empresa)`,
    `pero|y|e|sin embargo|además|también|tampoco|mientras tanto|no obstante|por otra parte|por eso|por ello|así|luego|
    después|entonces|finalmente|asimismo|en cambio|aunque|porque|sí|no`,
  ),
  fr: openers(
    `il|elle|ils|elles|ce|c['’]|cela|ça|cet|cette|ces|son|sa|ses|leurs?|celui|celle|ceux|celles|tous (?:deux|les deux)|
    les deux|l['’](?:homme|entreprise)|la (?:jeune )?femme`,
    `mais|et|or|cependant|toutefois|pourtant|ainsi|par ailleurs|en outre|de plus|alors|puis|ensuite|enfin|donc|car|
    aussi|néanmoins|en revanche|au contraire|oui|non`,
  ),
  it: openers(
    `egli|ella|lui|lei|loro|essi|esse|questo|questa|questi|queste|quest['’]|quello|quella|ciò|suo|sua|suoi|sue|entrambi|
    i due|le due|l['’](?:uomo|azienda)|la donna`,
    `ma|e|ed|però|tuttavia|inoltre|intanto|quindi|poi|infine|così|anche|invece|perché|sì|no`,
  ),
  pt: openers(
    `ele|ela|eles|elas|isso|isto|ess[ae]s?|est[ae]s?|seus?|suas?|ambos|ambas|os dois|as duas`,
    `mas|e|porém|no entanto|além disso|também|entretanto|enquanto isso|assim|depois|então|finalmente|por isso`,
  ),
  nl: openers(
    `hij|zij|ze|het is|dit|dat|deze|die|zijn|haar|hun|beide|daar|daarmee|de (?:twee|man|vrouw)`,
    `maar|en|echter|ook|toch|daarom|intussen|bovendien|daarna|vervolgens|dus|want|ondertussen`,
  ),
};

function openersOf(language: string | null): Openers {
  return BY_LANGUAGE[(language ?? 'en').slice(0, 2).toLowerCase()] ?? ENGLISH;
}

// "In a statement, he said", "When asked, she": somebody not named before in the sentence.
const UNNAMED =
  /^(?:In|On|At|After|Before|During|When|While|As|For|By|With|Since|Despite|If|Although|Though|Because|Once|Until|Asked|Last|Earlier|Two|Three|Among|Speaking|According to)(?![\p{L}])[^,\p{Lu}]{0,90},? (?:he|she|they|it|his|her|their|the \d+-year-old)(?![\p{L}])/u;

/** Whether a sentence opens with a word or phrase whose meaning stands in a sentence before it. */
export function dangles(text: string, language: string | null): boolean {
  return openersOf(language).pointing.test(text) || UNNAMED.test(text);
}

/** Whether a sentence opens with a word that ties it to the one before ("But", "However"). */
export function opensWithConnective(text: string, language: string | null): boolean {
  return openersOf(language).tying.test(text);
}
