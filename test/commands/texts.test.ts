import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Run } from '../../src/chat/message.ts';
import { TEXTS, textsIn } from '../../src/commands/texts/index.ts';
import { inWords, reasonIn } from '../../src/commands/texts/phrases.ts';

type Say = (...given: unknown[]) => string | readonly Run[];

/** What a text says of these: not every one takes a number, and not every one a name. */
function said(say: Say, first: number | string, others: number | string): string | null {
  const given = Array.from({ length: say.length }, (_, i) => (i === 0 ? first : others));
  try {
    const words = say(...given);
    const plain =
      typeof words === 'string'
        ? words
        : words
            .map((run) => (typeof run === 'object' && 'text' in run ? run.text : String(run)))
            .join('');
    return plain.includes('NaN') ? null : plain;
  } catch {
    return null;
  }
}

/** Every text of a language by its path, functions called with one, with many and with a name. */
function wordsOf(texts: unknown, path = ''): [string, string][] {
  if (typeof texts === 'string') return [[path, texts]];
  if (typeof texts === 'function') {
    const all = [1, 5, 'de'].flatMap((first): [string, string][] => {
      const words = said(texts as Say, first, 'Kelmouth') ?? said(texts as Say, first, 3);
      return words === null ? [] : [[`${path}(${first})`, words]];
    });
    if (all.length === 0) throw new Error(`${path} takes neither a number nor a name`);
    return all;
  }
  return Object.entries(texts as object).flatMap(([name, inner]) =>
    wordsOf(inner, `${path}.${name}`),
  );
}

const others = Object.keys(TEXTS).filter((one) => one !== 'en');

describe('the words of each language', () => {
  const english = new Map(wordsOf(TEXTS.en));
  // The same in two languages: by chance, as borrowed words, or because nothing is said but what is given.
  const alike = [
    /^\.(?:articles|card\.(?:sources|source|tokens)|chat\.question|edition\.isNew|language)\b/,
    /^\.status\.(?:articles|feeds)$/,
    /^\.(?:subscription\.(?:inWhere|packsAre|must|quiet)|audit\.(?:act|tries)|mute\.phrase)\b/,
    /^\.why\.version\b/,
  ];

  test.each(Object.keys(TEXTS))('%s has all of them, none empty', (language) => {
    const words = wordsOf(textsIn(language));
    const bare = (paths: Iterable<string>) =>
      new Set([...paths].map((path) => path.replace(/\((?:1|5|de)\)$/, '')));
    expect(bare(words.map(([path]) => path))).toEqual(bare(english.keys()));
    expect(words.filter(([, said]) => said.trim() === '' || said.includes('undefined'))).toEqual(
      [],
    );
  });

  test.each(others)('%s is not English', (language) => {
    const same = wordsOf(textsIn(language)).filter(([path, said]) => said === english.get(path));
    expect(same.filter(([path]) => !alike.some((one) => one.test(path)))).toEqual([]);
  });

  test('what may be as it is in English is so somewhere', () => {
    const same = others.flatMap((language) =>
      wordsOf(textsIn(language)).flatMap(([path, said]) =>
        said === english.get(path) ? [path] : [],
      ),
    );
    expect(alike.filter((one) => !same.some((path) => one.test(path)))).toEqual([]);
  });

  test('one there are no words in is English', () => {
    expect(textsIn('fi')).toBe(TEXTS.en);
    expect(textsIn('de-AT')).toBe(TEXTS.de);
  });

  test.each(Object.keys(TEXTS))('%s fits where platforms cut what is too long', (language) => {
    const { commands, options, forms } = textsIn(language);
    const within = (texts: Readonly<Record<string, string>>, most: number) =>
      Object.values(texts).filter((words) => words.length > most);
    expect(within({ ...commands, ...options, ...forms.hints }, 100)).toEqual([]);
    expect(within({ ...forms.titles, ...forms.submits, ...forms.labels }, 24)).toEqual([]);
  });
});

describe('French', () => {
  const { fr } = TEXTS;
  if (!fr) throw new Error('there is no French');

  test('has no space that ends a line before a high mark or within quote marks', () => {
    const words = wordsOf(fr);
    expect(words.filter(([, said]) => / [:;?!»]|« /.test(said))).toEqual([]);
    expect(fr.chat.whatToKnow).toBe('Que voulez-vous savoir\u202f?');
    expect(fr.story.shownFor('pont')).toBe('Montré pour «\u00a0pont\u00a0».');
    expect(words.some(([, said]) => said.includes('\u00a0:'))).toBe(true);
  });

  test('leaves what is to be typed as it is', () => {
    const line = { kind: 'command', text: '/news mute a : b ?' } as const;
    expect(fr.list.mutedHere('pont', line).at(-1)).toEqual(line);
  });
});

describe('what other parts of the program say', () => {
  const de = textsIn('de');

  test('is put into the words of a language, with what stands in it', () => {
    expect(inWords('it refuses us (403)', de)).toBe('der Zugriff ist gesperrt (403)');
    expect(inWords('the address gave a web page, not a feed', de)).toBe(
      'unter der Adresse: eine Webseite, kein Feed',
    );
    expect(inWords('channel #news: I lack View Channel, Send Messages', de)).toBe(
      'Kanal #news: es fehlt Kanal ansehen (View Channel), Nachrichten senden (Send Messages)',
    );
  });

  test('stays as it is where nobody put it into words, and in English', () => {
    expect(inWords('Missing Access (50001)', de)).toBe('Missing Access (50001)');
    expect(inWords('it refuses us (403)', TEXTS.en)).toBe('it refuses us (403)');
  });

  test('ends with one full stop inside of a sentence', () => {
    expect(reasonIn('Slack asks to wait.', TEXTS.en)).toBe('Slack asks to wait');
    expect(reasonIn('Slack asks to wait.', de)).toBe('Slack bittet um Geduld');
  });

  test('is said somewhere: no phrase is left over from what was once said', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith(join('commands', 'texts')))
      .map((path) => readFileSync(join('src', path), 'utf8'))
      .join('\n')
      .replaceAll("\\'", "'");
    const unsaid = Object.keys(TEXTS.en.phrases).filter(
      (phrase) => !phrase.split('{}').every((part) => sources.includes(part)),
    );
    expect(unsaid).toEqual([]);
  });
});
