import type { Message } from '../../src/chat/message.ts';
import type { Edited, Place, Platform, Posted } from '../../src/chat/platform.ts';
import type { Poster } from '../../src/pipeline/deliver.ts';

/** A post as it stands on the platform. */
export type Standing = Place & {
  readonly id: string;
  readonly key: string;
  message: Message;
};

/** What the platform does with the next post: answers so, before or after the message stands there. */
export type Turn = { readonly stands: boolean; readonly answer: Posted | Error };

/** A platform in memory that keeps what is posted. Turns are taken one after the other; without one all goes well. */
export function scriptedPoster(name = 'discord') {
  const standing: Standing[] = [];
  const turns: Turn[] = [];
  const asked: string[] = [];
  let blind: Error | null = null;
  let editing: Edited | Error | null = null;
  const poster: Poster & Pick<Platform, 'edit'> = {
    name,
    async post(place, message, key): Promise<Posted> {
      asked.push(`post ${place.channel}`);
      const turn = turns.shift();
      const id = `m${standing.length + 1}`;
      if (turn?.stands !== false) standing.push({ ...place, id, key, message });
      if (turn?.answer instanceof Error) throw turn.answer;
      return turn?.answer ?? { kind: 'sent', id };
    },
    async find(place, key) {
      asked.push(`find ${place.channel}`);
      if (blind) throw blind;
      const found = standing.find((one) => one.channel === place.channel && one.key === key);
      return found?.id ?? null;
    },
    async edit(place, id, message): Promise<Edited> {
      asked.push(`edit ${place.channel}`);
      const one = standing.find((post) => post.channel === place.channel && post.id === id);
      if (!one) return { kind: 'gone', reason: 'Unknown Message' };
      if (editing instanceof Error) throw editing;
      if (editing) return editing;
      one.message = message;
      return { kind: 'edited' };
    },
  };
  return {
    poster,
    standing,
    asked,
    turn: (answer: Turn['answer'], stands = false) => turns.push({ stands, answer }),
    /** How edits end from now on; null: well. */
    edits: (answer: Edited | Error | null) => {
      editing = answer;
    },
    /** From now on all goes well. */
    calm: () => turns.splice(0),
    blind: (error: Error | null) => {
      blind = error;
    },
  };
}
