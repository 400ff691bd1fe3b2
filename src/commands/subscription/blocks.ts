import { type Block, strong, text } from '../../chat/message.ts';
import { count } from '../show/words.ts';
import type { Wished } from './wish.ts';

/** What can be done with a subscription once it is there. */
export const controls = (id: number): Block => ({
  kind: 'buttons',
  buttons: [
    { label: 'Change', press: 'fill', line: `/news edit #${id}` },
    { label: 'Sample', press: 'answer', line: `/news test #${id}` },
    { label: 'Unsubscribe', press: 'answer', line: `/news unsubscribe #${id}` },
  ],
});

/** The feeds of a pack that did not answer, by name and reason; nothing where all did. */
export function skippedFeeds(skipped: Wished['skipped']): Block[] {
  if (skipped.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      runs: [
        text(
          `${count(skipped.length, 'feed')} of the pack cannot be read and ${skipped.length === 1 ? 'is' : 'are'} left out:`,
        ),
      ],
    },
    {
      kind: 'bullets',
      items: skipped.map(({ name, problem }) => [strong(name), text(`: ${problem}`)]),
    },
  ];
}
