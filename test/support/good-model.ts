/** One message of a request to a model. */
type Asked = { readonly messages: readonly { readonly content?: unknown }[] };

type Source = {
  readonly id: string;
  readonly title: string | null;
  readonly lines: readonly string[];
};

const MOST_BULLETS = 4;
const MOST_QUOTES = 3;

/**
 * What a model answers that keeps to its sources: sentences of theirs, in the form that the prompt asks for. `reword`
 * says a sentence in other words; texts to translate come back through it as well.
 */
export function goodAnswer(
  { messages }: Asked,
  reword: (sentence: string) => string = (sentence) => sentence,
): unknown {
  const prompt = String(messages.at(-1)?.content ?? '');
  if (prompt.includes('"translations"')) {
    return {
      translations: [...prompt.matchAll(/^([TQ]\d+): (.*)$/gm)].map(([, id, text = '']) => ({
        id,
        text: reword(text),
      })),
    };
  }
  const sources = sourcesIn(prompt);
  const quotes = quotesIn(prompt).slice(0, MOST_QUOTES);
  const told = tellings(sources);
  const sentences = told.map(({ text, sources: own }) => ({ text: reword(text), sources: own }));
  if (prompt.includes('"answered"'))
    return { answered: true, sentences: sentences.slice(0, 1), quotes };
  const [lede, ...bullets] = sentences;
  return {
    headline: reword(sources[0]?.title ?? told[0]?.text ?? ''),
    lede: lede ?? { text: '', sources: [] },
    bullets: bullets.slice(0, MOST_BULLETS),
    quotes,
  };
}

/** The articles of a prompt as `prompt-sources.ts` writes them. */
function sourcesIn(prompt: string): Source[] {
  return [...prompt.matchAll(/^<<<(\S+) (S\d+)[^\n]*\n([\s\S]*?)\n\1>>>$/gm)].map(
    ([, , id = '', text = '']) => {
      const lines = text.split('\n');
      const title = lines[0]?.startsWith('Title: ') ? lines[0].slice('Title: '.length) : null;
      return { id, title, lines: title === null ? lines : lines.slice(1) };
    },
  );
}

function quotesIn(prompt: string) {
  const [, , lines = ''] = /^<<<(\S+) quotes\n([\s\S]*?)\n?\1>>>$/m.exec(prompt) ?? [];
  return lines.split('\n').flatMap((line) => {
    const [source, speaker, words] = line.split(' | ');
    return source && speaker && words ? [{ words, source, speaker }] : [];
  });
}

/** The beginnings of the articles, turn by turn: each sentence once, with all who tell it so. */
function tellings(sources: readonly Source[]) {
  const told = new Map<string, string[]>();
  const longest = Math.max(0, ...sources.map(({ lines }) => lines.length));
  for (let i = 0; i < longest; i += 1) {
    for (const { id, lines } of sources) {
      const text = lines[i];
      // What stands between quote marks is for the quotes; what leans on the sentence before it stands by no means alone.
      if (
        text &&
        !/[“”"„«»]/.test(text) &&
        !/^(?:He|She|It|They|That|This|But|And|Er|Sie|Es)\b/.test(text)
      ) {
        told.set(text, [...(told.get(text) ?? []), id]);
      }
    }
  }
  return [...told].map(([text, own]) => ({ text, sources: own }));
}
