import { type Message, message, strong, text } from '../message.ts';
import type { Vault } from '../opening.ts';
import type { Finding } from '../platform.ts';
import type { ChatWords } from '../words.ts';
import { checkPlace, checkToken } from './check.ts';
import { type Desk, strangerAsker } from './desk.ts';
import type { Home } from './home.ts';
import { createQueue } from './queue.ts';
import type { Replies } from './reply.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/** The first words to those who meet Crier; each is welcomed once. */
export type Welcome = {
  /** Who installed it, in their conversation with Crier. */
  installer(workspace: Workspace, user: string): Promise<void>;
  /** Whoever looks at Crier's page: with the page, and the first time with a greeting beside it. */
  home(workspace: Workspace, user: string, showsTab: boolean): Promise<void>;
  /** Who brought it into a channel, there, where nobody else sees it. */
  channel(workspace: Workspace, channel: string, inviter: string): Promise<void>;
  /** A workspace removed Crier: whoever meets it there again meets it anew. */
  forget(id: string): Promise<void>;
};

export function createWelcome(parts: {
  readonly desk: Desk;
  readonly workspaces: Workspaces;
  readonly replies: Replies;
  readonly home: Home;
  readonly vault: Vault;
}): Welcome {
  const { desk, workspaces, replies, home } = parts;
  const welcomed = createWelcomed(parts.vault);

  /** Says everything there is to say, once; what is wrong with Crier's permissions stands behind the greeting. */
  async function welcome(
    workspace: Workspace,
    whom: { readonly user: string; readonly channel: string | null },
    look: () => Promise<readonly Finding[]>,
    say: (shown: Message) => Promise<boolean>,
  ): Promise<void> {
    await welcomed.once(workspace.id, whom.channel ?? whom.user, async () => {
      const asker = strangerAsker({ workspace, name: null, ...whom });
      const [greeting, ...sample] = await desk.answering.welcome(asker);
      if (!greeting || !(await say(greeting))) return false;
      return async () => {
        const wrong = wrongIn(await look(), await desk.answering.words(asker));
        for (const shown of wrong ? [wrong, ...sample] : sample) await say(shown);
      };
    });
  }

  const token = ({ client, id }: Workspace) => checkToken(client, id);

  return {
    installer: (workspace, user) =>
      welcome(
        workspace,
        { user, channel: null },
        () => token(workspace),
        (shown) => replies.direct(workspace, user, shown),
      ),
    async home(workspace, user, showsTab) {
      if (showsTab) await home.show(workspace, user);
      await welcome(
        workspace,
        { user, channel: null },
        async () => [],
        (shown) => replies.direct(workspace, user, shown),
      );
    },
    async channel(workspace, channel, inviter) {
      const asked = {
        workspace,
        user: inviter,
        name: null,
        channel,
        thread: null,
        responseUrl: null,
      };
      const place = { tenant: workspace.tenant, channel };
      await welcome(
        workspace,
        { user: inviter, channel },
        async () => [...(await token(workspace)), await checkPlace(place, workspaces)],
        (shown) => replies.privately(asked, shown),
      );
    },
    forget: welcomed.forget,
  };
}

/** What is not as it should be, and how to mend it; null where all is well. */
function wrongIn(findings: readonly Finding[], words: ChatWords): Message | null {
  const items = findings.flatMap(({ what, remedy }) =>
    remedy === null ? [] : [[strong(words.told(what)), text(`: ${words.told(remedy)}`)]],
  );
  if (items.length === 0) return null;
  return message([
    { kind: 'paragraph', runs: [text(words.toBeDone)] },
    { kind: 'bullets', items },
  ]);
}

/** Who was welcomed, kept over restarts: a list for each workspace. */
function createWelcomed(vault: Vault) {
  const queue = createQueue();
  const underWay = new Set<string>();
  const place = (id: string) => `slack:welcomed:${id}`;
  const read = async (id: string): Promise<string[]> =>
    JSON.parse((await vault.get(place(id))) ?? '[]') as string[];

  return {
    /**
     * Welcomes somebody who is not under way and was not before. `begin` says whether the first words stand: only
     * then they count as welcomed, and what it gives goes on.
     */
    async once(
      id: string,
      whom: string,
      begin: () => Promise<false | (() => Promise<void>)>,
    ): Promise<void> {
      const one = `${id} ${whom}`;
      if (underWay.has(one)) return;
      underWay.add(one);
      try {
        if ((await read(id)).includes(whom)) return;
        const goOn = await begin();
        if (!goOn) return;
        await queue.run(id, async () =>
          vault.put(place(id), JSON.stringify([...(await read(id)), whom])),
        );
        await goOn();
      } finally {
        underWay.delete(one);
      }
    },
    forget: (id: string) => queue.run(id, () => vault.drop(place(id))),
  };
}
