import type { Digest } from '../../news/digest.ts';
import type { Refusal } from '../check/draft.ts';
import { shownAs } from '../check/reading.ts';
import { CHECKABLE, mistranslation } from '../check/translation.ts';
import { type ModelTools, troubleOf } from './model.ts';
import { languageName } from './prompt-sources.ts';
import { fill } from './template.ts';

export type Translated = {
  /** Its sentences in the language asked for; those whose translation failed stand as they were. Quotes are untouched. */
  readonly digest: Digest;
  /** What a reader is told beside it: "translated by `by` from `from`". Null where nothing of it is translated. */
  readonly translation: {
    readonly by: string;
    readonly from: string;
    readonly to: string;
    /** Texts (headline, lede, bullets …) that stand in the original. */
    readonly left: number;
    /** For each of the digest's quotes its meaning, to stand marked as a translation beside its words, or null. */
    readonly quotes: readonly (string | null)[];
    /** Each translated text of the digest, quotes among them, by its original. */
    readonly said: ReadonlyMap<string, string>;
  } | null;
  readonly refused: readonly Refusal[];
  /** Why the model translated nothing, in words for the operator; null where it did, or none was asked for. */
  readonly trouble: string | null;
};

export type TranslationTools = Pick<
  ModelTools,
  'name' | 'complete' | 'template' | 'drawBoundary' | 'mostAnswerTokens'
> & {
  /** The language the digest is in. */
  readonly from: string;
  readonly tenant: string;
  /** Texts that were translated and held before, by their original: they stay as they are and are not asked for. */
  readonly known?: ReadonlyMap<string, string>;
  readonly signal?: AbortSignal;
};

const sentence = {
  type: 'object',
  properties: { id: { type: 'string' }, text: { type: 'string' } },
  required: ['id', 'text'],
  additionalProperties: false,
} as const;

const TRANSLATION_SCHEMA = {
  name: 'translation',
  schema: {
    type: 'object',
    properties: { translations: { type: 'array', items: sentence } },
    required: ['translations'],
    additionalProperties: false,
  },
};

/**
 * A checked digest in another language, by a model: each text is held against its own original, and where names,
 * numbers, dates or noes differ the original stands. Between languages that cannot be checked nothing is asked.
 */
export async function translateDigest(
  digest: Digest,
  to: string,
  tools: TranslationTools,
): Promise<Translated> {
  const languages = { from: code(tools.from), to: code(to) };
  const none = (trouble: string | null): Translated => ({
    digest,
    translation: null,
    refused: [],
    trouble,
  });
  if (languages.from === languages.to) return none(null);
  if (!CHECKABLE.includes(languages.from) || !CHECKABLE.includes(languages.to)) {
    return none(`no check from ${languages.from} to ${languages.to}`);
  }
  const texts = textsOf(digest);
  if (texts.length === 0) return none(null);
  const said = new Map(texts.flatMap(({ text }) => pairIn(tools.known, text)));
  const asked = texts.filter(({ text }) => !said.has(text));
  const { answers, trouble } = await askFor(asked, languages, tools);
  const refused: Refusal[] = [];
  for (const { id, text, part } of asked) {
    const answer = answers.get(id);
    if (answer === undefined) continue;
    const fault = mistranslation(shownAs(text), answer, languages, part === 'quote');
    if (fault) refused.push({ part, text: answer, ...fault });
    else said.set(text, answer);
  }
  if (said.size === 0) return { ...none(trouble ?? 'no translation holds'), refused };
  const left = texts.filter(({ text, part }) => part !== 'quote' && !said.has(text)).length;
  const quotes = digest.quotes.map(({ text }) => said.get(text) ?? null);
  return {
    digest: inWords(digest, (text) => said.get(text) ?? text),
    translation: { by: tools.name, ...languages, left, quotes, said },
    refused,
    trouble,
  };
}

const pairIn = (known: ReadonlyMap<string, string> | undefined, text: string) => {
  const said = known?.get(text);
  return said === undefined ? [] : [[text, said] as const];
};

type Asked = {
  readonly answers: ReadonlyMap<string, string>;
  readonly trouble: string | null;
};

async function askFor(
  texts: readonly Text[],
  { from, to }: { readonly from: string; readonly to: string },
  tools: TranslationTools,
): Promise<Asked> {
  if (texts.length === 0) return { answers: new Map(), trouble: null };
  const boundary = tools.drawBoundary();
  const values = {
    from: languageName(from),
    language: languageName(to),
    boundary,
    texts: texts.map(({ id, text }) => `${id}: ${shownAs(text)}`).join('\n'),
  };
  const completion = await tools.complete(
    {
      system: fill(tools.template.system, values),
      user: fill(tools.template.user, values),
      boundary,
      schema: TRANSLATION_SCHEMA,
      maxTokens: tools.mostAnswerTokens,
      tenant: tools.tenant,
      person: null,
    },
    tools.signal,
  );
  return completion.kind === 'answered'
    ? { answers: readTranslations(completion.json), trouble: null }
    : { answers: new Map(), trouble: troubleOf(completion) };
}

const code = (language: string) => language.slice(0, 2).toLowerCase();

type Text = { readonly id: string; readonly text: string; readonly part: Refusal['part'] };

/** Every text of a digest once, quotes by themselves. */
function textsOf(digest: Digest): Text[] {
  const { headline, lede, bullets, contrasts, timeline, numbers, disputed, whatChanged } = digest;
  const facts = [...contrasts, ...timeline, ...numbers, ...disputed].map((c) => c.text);
  const told: (readonly [Refusal['part'], string])[] = [
    ['headline', headline],
    ['lede', lede.text],
    ...bullets.map((b) => ['bullet', b.text] as const),
    ...[whatChanged ?? '', ...facts].map((text) => ['fact', text] as const),
  ];
  const once = (texts: typeof told, letter: string) =>
    [...new Map([...texts].reverse().map(([part, text]) => [text, part] as const))]
      .reverse()
      .filter(([text]) => text.trim())
      .map(([text, part], i): Text => ({ id: `${letter}${i + 1}`, text, part }));
  return [
    ...once(told, 'T'),
    ...once(
      digest.quotes.map((q) => ['quote', q.text] as const),
      'Q',
    ),
  ];
}

function inWords(digest: Digest, said: (text: string) => string): Digest {
  const all = <C extends { readonly text: string }>(claims: readonly C[]): C[] =>
    claims.map((claim) => ({ ...claim, text: said(claim.text) }));
  return {
    ...digest,
    headline: said(digest.headline),
    lede: { ...digest.lede, text: said(digest.lede.text) },
    bullets: all(digest.bullets),
    contrasts: all(digest.contrasts),
    timeline: all(digest.timeline),
    numbers: all(digest.numbers),
    disputed: all(digest.disputed),
    whatChanged: digest.whatChanged === null ? null : said(digest.whatChanged),
  };
}

/** The first answer for each id; whatever has another shape is left out. */
function readTranslations(json: unknown): Map<string, string> {
  const answers = new Map<string, string>();
  const list = (json as { translations?: unknown } | null)?.translations;
  if (!Array.isArray(list)) return answers;
  for (const item of list.slice(0, 60)) {
    const { id, text } = (item ?? {}) as { id?: unknown; text?: unknown };
    if (typeof id !== 'string' || typeof text !== 'string' || !text.trim()) continue;
    if (!answers.has(id)) answers.set(id, shownAs(text));
  }
  return answers;
}
