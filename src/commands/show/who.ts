import { type Run, strong } from '../../chat/message.ts';
import type { Asker } from '../../chat/platform.ts';

/** Who did something, at the head of a sentence: in a terminal it is whoever reads it. */
export const who = ({ platform, person }: Pick<Asker, 'platform' | 'person'>): Run =>
  strong(platform === 'terminal' ? 'You' : person.name);
