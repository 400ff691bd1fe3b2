// Words that judge what they speak of: an outlet's opinion where nobody is said to have used them.
const JUDGING =
  /(?<![\p{L}])(?:liars?|(?:he|she|they|who|and) lied|lies (?:about|again|to)|spews?|disgust(?:s|ed|ing|ingly)?|disgrace(?:s|d|ful(?:ly)?)?|shame(?:ful(?:ly)?|less(?:ly)?)|hypocri(?:te|sy|tical)\p{L}*|witch[- ]hunt|radical (?:left|right)|(?:far|extreme)-?(?:left|right) mob|outrageous(?:ly)?|absurd(?:ly|ity)?|ridiculous(?:ly)?|pathetic(?:ally)?|crooked|stolen election|fake news|fakery|despicable|cowardly|masterful(?:ly)?|brilliant(?:ly)?|so-called|warped|unhinged|deranged|hysteri(?:a|cal)|cronies|lunatic|laughable|insane|tyranny|idiotic|moronic|skandalös|lächerlich|vergonzos[oa]s?|ridícul[oa]s?|honteux|honteuse|scandaleu(?:x|se)|ridicules?|vergognos[oa])(?![\p{L}])/iu;
// Reports use these too: "a garbage truck", "the pipeline was sabotaged".
const PERHAPS =
  /(?<![\p{L}])(?:sham|propaganda|corrupt|rigged|sabotaged?|smear(?:s|ed|ing)?|garbage|evil|nonsense|baseless(?:ly)?|thugs?|(?:glorif|vilif|idoli[sz]|romantici[sz]|demoni[sz])\p{L}+|(?:foolish|reckless|shrewd|callous)ly)(?![\p{L}])/iu;

// What the words of a list cannot know: a guess at motives, an outlet's sigh, a verdict on truth or on a person, what is
// so of a whole culture, what somebody fails to see.
const KINDS: readonly RegExp[] = [
  /(?<![\p{L}])(?:possibly|perhaps|presumably|probably|maybe|no doubt|doubtless|undoubtedly|surely|arguably) (?:because|due to|out of|in order to|thanks to)(?![\p{L}])/iu,
  /^["“]?(?:unfortunately|sadly|thankfully|fortunately|luckily|happily|frankly|clearly|obviously|ironically|regrettably|hopefully|surely|undoubtedly|admittedly|predictably|unsurprisingly|of course|in (?:reality|truth)|the (?:truth|fact) is|to be (?:fair|sure)|needless to say|(?:it is )?(?:no|little) (?:surprise|wonder)),? /iu,
  /(?<![\p{L}])(?:simply|plainly|just|obviously|clearly|flatly|patently) (?:not true|untrue|false|wrong|nonsense|a lie)(?![\p{L}])/iu,
  /(?<![\p{L}])(?:is|was|are|were|been|becom(?:es?|ing)|became|remain(?:s|ed)?|as) (?:an? |such an? |the |little more than an? )?(?:\p{Ll}+ )?(?:damaged goods|laughing[ -]?stocks?|train ?wrecks?|jokes?|clowns?|puppets?|stooges?|losers?|cowards?|buffoons?|fools?|bull(?:y|ies)|embarrassments?|farce|travesty|mockery|sell-?outs?|has-beens?|hotheads?)(?=[.,;]|$| (?:and|but|who|that|of|in|for|at)(?![\p{L}]))/iu,
  /(?<![\p{L}])in (?:all (?:its|their) forms|(?:(?:today|America)['’]s|American|modern|contemporary|Western|popular|our) (?:culture|society|politics|life|times|world))(?![\p{L}])/iu,
  /(?<![\p{L}])(?:do|does|did)(?: not|n['’]t) (?:understand|grasp|get|realize|realise|see) (?:that|how|why|what)(?![\p{L}])/iu,
  /, (?:sadly|alas|unfortunately|thankfully|mercifully|of course|frankly|ironically|predictably),/iu,
  /(?<![\p{L}])(?:is|was|are|were|is not|isn['’]t)(?: (?:just|only|merely))? an? (?:moral|national|political) (?:imperative|duty|disgrace|failure|scandal|outrage|tragedy)|makes? (?:perfect|excellent|no|good|little|economic) (?:\p{Ll}+ )?sense(?![\p{L}])/iu,
  /(?<![\p{L}])(?:all )?too often (?:\p{Ll}+s|are|is)(?![\p{L}])/iu,
];

/** Whether a text judges in words that belong to a speaker, not to a report. */
export function judges(text: string): boolean {
  return JUDGING.test(text) || KINDS.some((kind) => kind.test(text.trimStart()));
}

/** Whether it uses a word that may judge. */
export function mayJudge(text: string): boolean {
  return PERHAPS.test(text);
}
