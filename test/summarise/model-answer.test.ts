import { describe, expect, it } from 'vitest';
import type { Completion, CompletionRequest } from '../../src/lib/completion.ts';
import { answerQuestion } from '../../src/summarise/answer.ts';
import { answerWithModel } from '../../src/summarise/writers/model-answer.ts';
import { locate, quotesIn, tunnelStory } from './check/tunnel.ts';

const articles = tunnelStory();
const material = { articles, quotes: quotesIn(articles) };
const question = {
  text: 'How many workers left the tunnel?',
  language: 'en',
  now: new Date('2026-03-04T12:00:00Z'),
};

async function ask(completion: Completion) {
  let asked: CompletionRequest | undefined;
  const answer = await answerWithModel(
    question,
    material,
    {
      name: 'scripted',
      complete: async (request) => {
        asked = request;
        return completion;
      },
      template: { system: '{{language}}', user: '{{sources}}\n{{quotes}}\n{{question}}' },
      locate,
      drawBoundary: () => 'f00d',
      mostCharacters: 20_000,
      mostAnswerTokens: 500,
    },
    { tenant: 'guild', person: 'ann' },
  );
  return { answer, asked };
}

const answered = (json: unknown): Completion => ({ kind: 'answered', json });

describe('an answer through a model', () => {
  it('is shown as far as the articles prove it, with where it stands', async () => {
    const { answer, asked } = await ask(
      answered({
        answered: true,
        sentences: [
          { text: 'Twelve workers left the Orla tunnel unhurt.', sources: ['S1', 'S2'] },
          { text: 'Forty workers are missing.', sources: ['S1'] },
        ],
        quotes: [
          {
            words: 'This city cannot wait months for its only tunnel',
            source: 'S2',
            speaker: 'Birch',
          },
        ],
      }),
    );
    expect(answer.answer.map((part) => part.text)).toEqual([
      'Twelve workers left the Orla tunnel unhurt.',
      'This city cannot wait months for its only tunnel,',
    ]);
    expect(answer.answer.every((part) => part.refs.length > 0)).toBe(true);
    expect(answer.refused).toMatchObject([{ reason: 'number', what: 'Forty' }]);
    expect(asked).toMatchObject({ tenant: 'guild', person: 'ann' });
    expect(asked?.user).toContain(question.text);
  });

  it.each([
    ['the model has none', answered({ answered: false, sentences: [], quotes: [] })],
    [
      'nothing of it is proven',
      answered({
        answered: true,
        sentences: [{ text: 'Ask Zorvan.', sources: ['S1'] }],
        quotes: [],
      }),
    ],
    ['the model is busy', { kind: 'busy', reason: 'rest', retryAfterMs: null } as const],
  ])('is the articles’ own where %s', async (_why, completion) => {
    const { answer } = await ask(completion);
    expect(answer.answer).toEqual(answerQuestion(question, material).answer);
    expect(answer.answer[0]?.text).toContain('12 workers');
  });
});
