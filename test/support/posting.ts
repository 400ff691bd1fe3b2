import type { Message } from '../../src/chat/message.ts';
import type { Place, Posted } from '../../src/chat/platform.ts';
import type { Poster } from '../../src/pipeline/deliver.ts';

/** A post as it stands on the platform. */
export type Standing = Place & {
  readonly id: string;
  readonly key: string;
  readonly message: Message;
};

/** What the platform does with the next post: answers so, before or after the message stands there. */
export type Turn = { readonly stands: boolean; readonly answer: Posted | Error };

/** A platform in memory that keeps what is posted. Turns are taken one after the other; without one all goes well. */
export function scriptedPoster(name = 'discord') {
  const standing: Standing[] = [];
  const turns: Turn[] = [];
  const asked: string[] = [];
  let blind: Error | null = null;
  const poster: Poster = {
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
  };
  return {
    poster,
    standing,
    asked,
    turn: (answer: Turn['answer'], stands = false) => turns.push({ stands, answer }),
    /** From now on all goes well. */
    calm: () => turns.splice(0),
    blind: (error: Error | null) => {
      blind = error;
    },
  };
}
