// Words that judge what they speak of: an outlet's opinion where nobody is said to have used them.
const JUDGING =
  /(?<![\p{L}])(?:liars?|(?:he|she|they|who|and) lied|lies (?:about|again|to)|spews?|disgust(?:s|ed|ing|ingly)?|disgrace(?:s|d|ful(?:ly)?)?|shame(?:ful(?:ly)?|less(?:ly)?)|hypocri(?:te|sy|tical)\p{L}*|witch[- ]hunt|radical (?:left|right)|(?:far|extreme)-?(?:left|right) mob|outrageous(?:ly)?|absurd(?:ly|ity)?|ridiculous(?:ly)?|pathetic(?:ally)?|crooked|stolen election|fake news|fakery|despicable|cowardly|masterful(?:ly)?|brilliant(?:ly)?|so-called|warped|unhinged|deranged|hysteri(?:a|cal)|cronies|lunatic|laughable|insane|tyranny|idiotic|moronic|skandalös|lächerlich|vergonzos[oa]s?|ridícul[oa]s?|honteux|honteuse|scandaleu(?:x|se)|ridicules?|vergognos[oa])(?![\p{L}])/iu;
// Reports use these too: "a garbage truck", "the pipeline was sabotaged".
const PERHAPS =
  /(?<![\p{L}])(?:sham|propaganda|corrupt|rigged|sabotaged?|smear(?:s|ed|ing)?|garbage|evil|nonsense|baseless(?:ly)?|thugs?)(?![\p{L}])/iu;

/** Whether a text judges in words that belong to a speaker, not to a report. */
export function judges(text: string): boolean {
  return JUDGING.test(text);
}

/** Whether it uses a word that may judge. */
export function mayJudge(text: string): boolean {
  return PERHAPS.test(text);
}
