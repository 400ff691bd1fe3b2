import { expect, test } from 'vitest';
import type { Message } from '../../src/chat/message.ts';
import { answeringOver, answerTo, asker, tell } from '../support/answering.ts';
import { temporaryStore } from '../support/store.ts';

const URL = 'https://lens.example/orchid';

async function answerOn(question: string): Promise<Message> {
  const db = await temporaryStore();
  await tell(db, [
    {
      url: URL,
      outlet: 'Lens',
      title: 'An orchid blooms',
      text: 'In the greenhouse of Torrin an orchid blooms for the first time. Its scent fills the house.',
    },
  ]);
  return answerTo(answeringOver(db), `/ask ${question}`, asker());
}

const linesOf = ({ blocks }: Message) =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' || block.kind === 'note'
      ? [block.runs.map((run) => ('text' in run ? run.text : '')).join('')]
      : [],
  );

test('who is not answered reads so first, then the nearest sentences with their source, not as an answer', async () => {
  const answer = await answerOn('Which gardener paid for the orchid in the greenhouse?');
  expect(linesOf(answer).slice(0, 2)).toEqual([
    'The articles I hold do not answer that plainly.',
    'What comes nearest, and may be no answer:',
  ]);
  const [sentences] = answer.blocks.flatMap((b) => (b.kind === 'bullets' ? [b.items] : []));
  const nearest = sentences?.[0] ?? [];
  expect(nearest[0]).toMatchObject({ kind: 'text' });
  expect(nearest.some((run) => run.kind === 'source')).toBe(true);
  expect([...answer.sources.values()]).toContainEqual({ label: 'Lens', url: URL });
});

test('who asks about something nobody wrote of reads only that there is no answer', async () => {
  const answer = await answerOn('Which violinist tunes zithers in Quebec?');
  expect(linesOf(answer)).toEqual(['The articles I hold do not answer that.']);
  expect(answer.blocks).toHaveLength(1);
});
