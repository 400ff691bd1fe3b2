import { MINUTE, SECOND } from '../../lib/clock.ts';
import { UserError } from '../../lib/errors.ts';
import type { Opening } from '../opening.ts';
import type { Answering, Platform } from '../platform.ts';
import type { Access } from './access.ts';
import { type BoltApp, createBoltApp } from './bolt-app.ts';
import { checkPlace, createCheck } from './check.ts';
import { createConversations } from './conversations.ts';
import type { Desk } from './desk.ts';
import { createEdit } from './edit.ts';
import { failureOf, faultOf, remedyOf } from './failure.ts';
import { createFind } from './find.ts';
import { createHome } from './home.ts';
import { type Installations, installationsIn } from './installations.ts';
import { listen } from './listen.ts';
import { createPeople } from './people.ts';
import { createPost } from './post.ts';
import { createQueue } from './queue.ts';
import { renderSlack } from './render.ts';
import { createReplies } from './reply.ts';
import { createRights } from './rights.ts';
import { createSeal } from './seal.ts';
import { createSeen } from './seen.ts';
import { sleep, within } from './waiting.ts';
import { createWelcome, type Welcome } from './welcome.ts';
import { tenantOf, type Workspace, type Workspaces, workspacesOf } from './workspaces.ts';

const LONGEST_WAIT_MS = 20 * SECOND;
/** How long answers that are being written may take when the program ends. */
const LAST_WORDS_MS = 2 * SECOND;

/** Slack with the tokens that are set. Goes not online before `serve`; `post` and `check` need no `serve`. */
export function slackPlatform(access: Access, opening: Opening): Platform {
  const { log, vault, settings, sample, clock } = opening;
  const look = { commands: settings.slack.commands, sample };
  const queue = createQueue();
  let installed: (id: string, user: string) => void = () => {};
  const installations: Installations | null =
    access.tenancy.kind === 'many'
      ? installationsIn(vault, createSeal(access.tenancy.encryptionKey), (id, { user }) =>
          installed(id, user.id),
        )
      : null;
  const workspaces = workspacesOf(access, installations, log);
  const conversations = createConversations();

  async function serve(answering: Answering, signal: AbortSignal): Promise<void> {
    // With another key than they were stored with, nothing could be answered: better said now.
    await installations?.all();
    const own = await knock(workspaces, signal, opening);
    if (signal.aborted) return;
    const people = createPeople(clock);
    const rights = createRights(settings.slack.managers, people);
    const desk: Desk = { answering, people, rights, look };
    const replies = createReplies({ look, queue, log, signal });
    const home = createHome({ desk, log });
    const welcome = createWelcome({ desk, workspaces, replies, home, vault });
    const bolt = createBoltApp({ access, installations, own, log });
    const account = keepAccount(log);
    let lost: (error: UserError) => void = () => {};
    const revoked = new Promise<never>((_, reject) => {
      lost = reject;
    });
    revoked.catch(() => {});
    installed = (id, user) => {
      account.work(answering.present([tenantOf(id)]));
      account.work(greetInstaller(workspaces, welcome, id, user));
    };
    listen(bolt.app, {
      desk,
      workspaces,
      replies,
      welcome,
      home,
      first: createSeen(clock).first,
      shares: createSeen(clock, MINUTE),
      work: account.work,
      log,
      async revoked(id) {
        log.warn('slack installation lost', { id });
        account.work(answering.left(tenantOf(id)));
        await welcome.forget(id);
        if (installations) await installations.drop(id);
        else if (id === own?.id) {
          lost(
            new UserError(
              'Slack (CRIER_SLACK_BOT_TOKEN): Crier was removed from the workspace, or its token revoked. Install the app again.',
            ),
          );
        }
      },
    });
    const online = async () => {
      const ids = own ? [own.id] : ((await installations?.all()) ?? []);
      account.work(answering.present(ids.map(tenantOf)));
    };
    try {
      await Promise.race([stay(bolt, online, signal), bolt.refused, revoked]);
    } finally {
      installed = () => {};
      await bolt.stop();
      await account.settled(LAST_WORDS_MS);
    }
  }

  return {
    name: 'slack',
    serve,
    post: createPost({ workspaces, look, queue, log }),
    find: createFind({ workspaces, conversations, clock }),
    edit: createEdit({ workspaces, conversations, look, queue }),
    fits: (message) => renderSlack(message, { ...look, shared: true }).length === 1,
    check: createCheck({ access, installations, workspaces, log }),
    checkPlace: (place) => checkPlace(place, workspaces),
  };
}

async function stay(
  bolt: BoltApp,
  online: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  await bolt.start();
  if (signal.aborted) return;
  await online();
  await new Promise<void>((end) => signal.addEventListener('abort', () => end(), { once: true }));
}

/**
 * Asks Slack who we are, again and again while there is no answer. Throws UserError where Slack does not know us; null
 * where every workspace has a token of its own.
 */
async function knock(
  workspaces: Workspaces,
  signal: AbortSignal,
  { log }: Opening,
): Promise<Workspace | null> {
  for (let tries = 1; !signal.aborted; tries += 1) {
    try {
      return await workspaces.own();
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'revoked') {
        throw new UserError(`Slack (CRIER_SLACK_BOT_TOKEN): ${remedyOf(failure)}`, {
          cause: error,
        });
      }
      log.warn('slack not reached', { reason: failure.code, tries });
      const wait = failure.kind === 'busy' ? failure.retryAfterMs : 500 * 2 ** Math.min(tries, 8);
      await sleep(Math.min(LONGEST_WAIT_MS, wait), signal);
    }
  }
  return null;
}

async function greetInstaller(
  workspaces: Workspaces,
  welcome: Welcome,
  id: string,
  user: string,
): Promise<void> {
  const workspace = await workspaces.byId(id);
  if (workspace) await welcome.installer(workspace, user);
}

/** Knows what is still being worked on. A fault in it is a fault of ours: it is logged and harms nobody else. */
function keepAccount(log: Opening['log']) {
  const doing = new Set<Promise<unknown>>();
  return {
    work(one: Promise<unknown>): void {
      const done: Promise<unknown> = one
        .catch((error: unknown) => log.error('slack answer failed', faultOf(error)))
        .finally(() => doing.delete(done));
      doing.add(done);
    },
    settled: (ms: number) =>
      within(ms, Promise.all(doing)).then(
        () => {},
        () => {},
      ),
  };
}
