// Words that open a sentence and point back to one that is not shown.
const PRONOUN =
  /^["“”'‘’«„(]*(?:he|she|they|it|this|that|these|those|his|her|their|its|such|both|the (?:two|three|four|five|pair|trio|duo|former|latter|couple|move|man|woman|men|women|latest|incident|decision|announcement|statement|same|other)|another|others?|one of (?:them|those|these)|er|sie|es|dies|diese[rsmn]?|sein[e]?|ihr[e]?|beide|dabei|dazu|damit|daraufhin|él|ella|ellos|ellas|esto|est[ae]s?|es[ae]s?|su|sus|ambos|ambas|il|elle|ils|elles|ce|cela|cette|ces|son|sa|ses|leur|leurs|lui|lei|loro|questo|questa|suo|sua|ele|ela|eles|elas|isso|isto|hij|zij|ze|dit|dat|deze|zijn|haar|hun)(?![\p{L}])/iu;

const CONNECTIVE =
  /^["“”'‘’«„(]*(?:but|and|or|nor|so|yet|however|meanwhile|moreover|furthermore|nevertheless|nonetheless|still|also|instead|then|thus|therefore|besides|additionally|separately|in addition|in contrast|by contrast|on the other hand|for (?:example|instance)|as a result|at the same time|in the meantime|in turn|in fact|indeed|of course|similarly|likewise|otherwise|consequently|finally|later|afterwards?|elsewhere|rather|even so|that said|after that|in other words|until then|because of (?:this|that|it)|aber|und|doch|jedoch|allerdings|dennoch|trotzdem|zudem|außerdem|inzwischen|unterdessen|derweil|danach|dann|auch|deshalb|daher|stattdessen|hingegen|pero|y|sin embargo|además|también|mientras tanto|no obstante|por otra parte|por eso|así|luego|mais|et|or|cependant|toutefois|pourtant|ainsi|par ailleurs|en outre|de plus|alors|puis|ma|e|però|tuttavia|inoltre|intanto|quindi|poi|mas|porém|no entanto|além disso|maar|en|echter|ook|toch|daarom|intussen)(?![\p{L}])/iu;

/** Whether a sentence opens with a pronoun or phrase whose meaning stands in a sentence before it. */
export function dangles(text: string): boolean {
  return PRONOUN.test(text);
}

/** Whether a sentence opens with a word that ties it to the one before ("But", "However"). */
export function opensWithConnective(text: string): boolean {
  return CONNECTIVE.test(text);
}
