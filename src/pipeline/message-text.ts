import type { Message } from '../chat/message.ts';

/** A message as the outbox keeps it: the very one that is posted, however often that is tried. */
export function writeMessage(message: Message): string {
  return JSON.stringify({ ...message, sources: [...message.sources] });
}

export function readMessage(text: string): Message {
  const kept = JSON.parse(text) as Omit<Message, 'sources'> & {
    readonly sources: readonly (readonly [number, { label: string; url: string | null }])[];
  };
  return { ...kept, sources: new Map(kept.sources) };
}
