import { type Run, strong } from '../../chat/message.ts';
import type { Asker } from '../../chat/platform.ts';

/** Who did something, as a sentence names them; null in a terminal, where it is whoever reads it. */
export const who = ({ platform, person }: Pick<Asker, 'platform' | 'person'>): Run | null =>
  platform === 'terminal' ? null : strong(person.name);
