import { isAttributed } from '../attribution.ts';
import { hasVerb } from '../verbs.ts';

// Words that speak to the reader or to whoever reads for the reader. News tells; it does not ask and does not order.

const QUOTED = /[“"„«][^“”"„«»\n]{0,800}[”"“»]/gu;
const YOU =
  /(?<![\p{L}])(?:you|your|yours|yourself|you['’]\p{L}+|dein[a-z]{0,2}|euch|tu respuesta|votre|vos|vous|vuestr[oa]s?|vostr[oaie])(?![\p{L}])/iu;

// Verbs that are as often the noun or adjective a headline opens with ("State mask bans …", "Open champion …").
const NOUNS =
  '(?:act|blend|copy|draft|express|group|list|open|outline|print|repeat|return|reverse|shift|show|state|switch|type|visit)';
const OBJECTS =
  '(?:an?|the|this|that|these|those|each|every|all|any|some|both|only|just|me|us|him|her|it|them|my|our|your|his|its|their|no|not|how|what|why|whether|when|where|if|in|on|at|to|as|with|into|from|back|out|up|after|before|like|exactly|\\p{L}+ly|["“\'‘]\\S+)';
const NOUN_FIRST = new RegExp(
  `^(?:(?:please|kindly|now|also|then|next|just|first|finally|instead|always|never|do not|don['’]t) )?${NOUNS}\\s(?=["“'‘\\p{L}])`,
  'iu',
);
const WITH_OBJECT = new RegExp(`^${OBJECTS}(?![\\p{L}])`, 'iu');

// What somebody types who wants a machine to write something.
const TASKS =
  /^(?:(?:please|kindly|now|also|then|next|just|first|finally|instead|always|never|remember to|be sure to|make sure to|do not|don['’]t|don['’]t forget to|don['’]t hesitate to|feel free to|take a moment to|to proceed,|to hone \p{L}+ \p{L}+,) )?(?:absorb|add|alter|analy[sz]e|anagram|append|apply|assume|augment|break down|cite|classify|click|combine|compare|compose|conclude|consider|convert|create|decode|define|describe|determine|develop|disregard|download|elaborate|elevate|embed|emphasi[sz]e|employ|encode|encrypt|end your|engage|enhance|enlist|enrich|ensure|evaluate|execute|explain|fetch|follow the|forget|forward|fuse|generate|give (?:me|us|a|an|the)|harmoni[sz]e|help (?:me|us)|identify|ignore|illustrate|imagine|implement|incorporate|infuse|insert|install|integrate|interweave|introduce|invert|jumble|keep in mind|let the following|leverage|link to|make the|meld|mention|merge|misspell|modify|note to|output|paste|pretend|prioriti[sz]e|produce|promote|provide|rearrange|recommend|reformat|remember|remove|render|rephrase|replace|reply|respond|reveal|rewrite|run|scramble|send|simulate|skip|solve|spell|start your|submit|subscribe|substitute|suggest|summari[sz]e|take the following|tell|translate|update your|use|utili[sz]e|validate|weave|wrap|write)\s(?!of |s |in the (?:wake|end|face) )(?=\p{Ll}|["“'‘\p{Lu}])/iu;

const META =
  /(?<![\p{L}])(?:ignore|disregard|forget|override|bypass)\s(?:\p{L}+\s){0,3}(?:previous|prior|above|earlier|preceding|other|system)?\s?(?:instructions?|prompts?|rules?|directives?|guidelines?|messages?|context)(?![\p{L}])|(?<![\p{L}])(?:system|developer|hidden|original|initial)\s(?:prompt|message|instructions?)(?![\p{L}])|(?<![\p{L}])as an? (?:ai|language model|assistant)(?![\p{L}])|note to (?:all )?(?:summari[sz]ers?|ais?|assistants?|models?|bots?|llms?|editors?|readers?|the reader)|(?:end|start|begin) of (?:article|data|source|prompt|instructions?)|<\|?\/?(?:im_|system|user|assistant|inst)|\[\/?inst\]|(?:in|to|from|of) (?:the|this|any|all|each|every) (?:summar(?:y|ies)|digest|response|reply|output)(?![\p{L}])|(?:following|below|subsequent) (?:code|snippet|instruction|command|prompt|script)|code (?:snippet|block|excerpt|section|segment)|^(?:sure|certainly|of course|absolutely|okay|ok|here(?:['’]s| is| are)|i['’]m sorry|sorry|unfortunately, i|hinweis an|nota para|note aux?|attention)(?=[\s,!:])/iu;
const META_ELSEWHERE =
  /(?<![\p{L}])(?:ignorier\p{L}*|ignora|ignore[zr]?|vergiss|olvida|oublie[zr]?)\s(?:\p{L}+\s){0,3}(?:anweisung\p{L}*|instruc\p{L}*|consignes?|istruzion\p{L}*|instru[cç]\p{L}*)/iu;

/** Whether words order whoever writes a text what to write, or talk about the text to be written. */
export function ordersMachines(words: string): boolean {
  return asksForWork(words) || META.test(words) || META_ELSEWHERE.test(words);
}

// An order may stand behind whoever is said to give it: "The authority said: Write …".
const asksForWork = (words: string) =>
  words
    .split(/[:;–—]\s+|,\s+(?=\p{Lu})/u)
    .some((part) => TASKS.test(part.trim()) || ordersWithNoun(part.trim()));

/** "State that …" and "Print hello world"; in "State police said …" the verb comes later. */
function ordersWithNoun(words: string): boolean {
  const first = NOUN_FIRST.exec(words)?.[0];
  if (first === undefined) return false;
  const rest = words.slice(first.length);
  return WITH_OBJECT.test(rest) || !hasVerb(rest);
}

/**
 * Whether a sentence asks or orders instead of telling: a question, an order, a word to "you", talk about the summary
 * or the prompt. Words between quote marks are somebody's and may ask.
 */
export function asksOrOrders(sentence: string): boolean {
  const own = sentence.replace(QUOTED, ' “” ').replace(/\s+/g, ' ').trim();
  // A title within a sentence may ask: "…'s The Matter?, and the second …".
  if (/[?？](?!,)/.test(own)) return true;
  if (/[?？]["”’)\]]*$/.test(sentence.trim()) && !isAttributed(own)) return true;
  return asksForWork(own) || YOU.test(own) || META.test(sentence) || META_ELSEWHERE.test(sentence);
}
