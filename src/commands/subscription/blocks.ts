import { type Block, strong, text } from '../../chat/message.ts';
import type { Texts } from '../texts/index.ts';
import { inWords } from '../texts/phrases.ts';
import type { Wished } from './wish.ts';

/** What can be done with a subscription once it is there. */
export const controls = (id: number, { buttons }: Texts): Block => ({
  kind: 'buttons',
  buttons: [
    { label: buttons.change, press: 'fill', line: `/news edit #${id}` },
    { label: buttons.sample, press: 'answer', line: `/news test #${id}` },
    { label: buttons.unsubscribe, press: 'answer', line: `/news unsubscribe #${id}` },
  ],
});

/** The feeds of a pack that did not answer, by name and reason; nothing where all did. */
export function skippedFeeds(skipped: Wished['skipped'], texts: Texts): Block[] {
  if (skipped.length === 0) return [];
  return [
    { kind: 'paragraph', runs: [text(texts.subscription.skipped(skipped.length))] },
    {
      kind: 'bullets',
      items: skipped.map(({ name, problem }) => [
        strong(name),
        text(`: ${inWords(problem, texts)}`),
      ]),
    },
  ];
}
