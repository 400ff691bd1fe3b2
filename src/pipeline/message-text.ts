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

// A platform's form may cut a long sentence; its beginning tells which one it is.
const BEGINNING = 60;

/** Whether a kept message says a sentence. */
export function showsSentence(kept: string, sentence: string): boolean {
  return kept.includes(JSON.stringify(sentence.slice(0, BEGINNING)).slice(1, -1));
}
