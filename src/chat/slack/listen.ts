// What Crier hears in Slack and what it does then. Each listener acknowledges first and works afterwards.
import type { App, Context } from '@slack/bolt';
import { SECOND } from '../../lib/clock.ts';
import { reasonOf } from '../../lib/errors.ts';
import type { Log } from '../../lib/log.ts';
import type { CommandShape } from '../command.ts';
import { asWords } from '../line.ts';
import { PRESS } from './controls.ts';
import { askerOf, type Desk, FOREIGN, OUTDATED, prepareLine } from './desk.ts';
import { unrenamed } from './look.ts';
import { ASK, askModal, FIELD, FIND, findModal, type Remembered, rememberedIn } from './modals.ts';
import type { Asked, Replies } from './reply.ts';
import { asTyped, lineIn } from './said.ts';
import { SHORTCUT } from './scopes.ts';
import { suggestions } from './suggestions.ts';
import { storyOfThread } from './thread-story.ts';
import { within } from './waiting.ts';
import type { Welcome } from './welcome.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/** Slack waits three seconds; over Socket Mode nobody but us looks at the clock. */
const PATIENCE_MS = 2.5 * SECOND;

export type Listening = {
  readonly desk: Desk;
  readonly workspaces: Workspaces;
  readonly replies: Replies;
  readonly welcome: Welcome;
  /** Whether something comes for the first time. */
  readonly first: (id: string) => boolean;
  /** Keeps account of work that goes on after the acknowledgement, so that the end can wait for it. */
  readonly work: (doing: Promise<void>) => void;
  /** The tokens of a workspace are worth nothing any more. */
  readonly revoked: (id: string) => Promise<void>;
  readonly log: Log;
};

/** Adds every listener to the app. */
export function listen(app: App, listening: Listening): void {
  hearCommands(app, listening);
  hearWords(app, listening);
  hearPresses(app, listening);
  hearForms(app, listening);
  hearHappenings(app, listening);
}

function hearCommands(app: App, listening: Listening): void {
  const { desk, replies, first, work } = listening;
  app.command(/^\//, async ({ command, ack, context }) => {
    const acknowledge = inTime(ack, listening.log);
    if (!first(`command ${command.trigger_id}`)) return acknowledge();
    const workspace = await workspaceOf(context, listening);
    if (!workspace) return acknowledge();
    const asked: Asked = {
      workspace,
      user: command.user_id,
      channel: command.channel_id,
      thread: null,
      responseUrl: command.response_url,
    };
    const line = unrenamed(`${command.command} ${asTyped(command.text ?? '')}`.trim(), desk.look);
    const form = formFor(line, desk.answering.commands);
    if (form !== null) {
      await acknowledge();
      return work(openForm(form, remember(line, asked), command.trigger_id, asked, listening));
    }
    const prepared = await prepareLine(desk, asked, line);
    // So acknowledged, the typed command itself is shown to everybody: an answer without its question is a riddle.
    await acknowledge(prepared.shared ? { response_type: 'in_channel' } : undefined);
    work(
      prepared
        .answer()
        .then((shown) => replies[prepared.shared ? 'publicly' : 'privately'](asked, shown)),
    );
  });
}

/** A command that cannot do without words and was given none opens a form for them. */
function formFor(line: string, commands: readonly CommandShape[]): typeof FIND | typeof ASK | null {
  const shape = commands.find(({ name }) => `/${name}` === line);
  const needed = Object.values(shape?.options ?? {}).find(
    (option) => option.kind === 'words' && option.required,
  );
  if (needed?.kind !== 'words') return null;
  return needed.suggest === 'stories' ? FIND : ASK;
}

const remember = (line: string, { channel, thread, responseUrl }: Asked): Remembered => ({
  line,
  channel,
  thread,
  responseUrl,
});

async function openForm(
  form: typeof FIND | typeof ASK,
  remembered: Remembered,
  trigger: string,
  asked: Asked,
  { desk, replies, log }: Listening,
  words = '',
): Promise<void> {
  const view =
    form === FIND ? findModal(remembered, desk.look) : askModal(remembered, desk.look, words);
  try {
    await asked.workspace.client.views.open({ trigger_id: trigger, view });
  } catch (error) {
    // Forms open within three seconds or never. The line alone says how to type it.
    log.warn('slack form not opened', { reason: reasonOf(error) });
    const prepared = await prepareLine(desk, asked, remembered.line);
    await replies.privately(asked, await prepared.answer());
  }
}

type Spoken = {
  readonly user?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly channel: string;
  readonly channel_type?: string;
  readonly subtype?: string;
  readonly bot_id?: string;
  readonly edited?: unknown;
  readonly team?: string;
  readonly user_team?: string;
};

function hearWords(app: App, listening: Listening): void {
  const { desk, replies, first, work } = listening;

  async function answer(spoken: Spoken, eventId: string, context: Context): Promise<void> {
    const { user, bot_id, edited, subtype, channel, ts } = spoken;
    // Other bots are not answered: two that answer each other never end.
    if (!user || bot_id || edited || subtype || !first(`event ${eventId}`)) return;
    const workspace = await workspaceOf(context, listening);
    if (!workspace) return;
    const isDirect = spoken.channel_type === 'im';
    const thread = spoken.thread_ts ?? (isDirect ? null : ts);
    const asked: Asked = { workspace, user, channel, thread, responseUrl: null };
    if (isForeign(spoken, context)) return replies.loudly(asked, FOREIGN);
    const mention = new RegExp(`<@${workspace.botUser}(?:\\|[^>]*)?>`, 'g');
    const words = (spoken.text ?? '').replace(mention, ' ');
    const story = spoken.thread_ts
      ? await storyOfThread(workspace, channel, spoken.thread_ts)
      : null;
    const line = lineIn(words, desk.answering.commands, desk.look);
    const prepared = await prepareLine(desk, asked, line, story);
    await replies.loudly(asked, await prepared.answer());
  }

  app.event('app_mention', async ({ event, body, context }) => {
    work(answer(event as Spoken, body.event_id, context));
  });
  app.event('message', async ({ event, body, context }) => {
    const spoken = event as unknown as Spoken;
    if (spoken.channel_type === 'im') work(answer(spoken, body.event_id, context));
  });
}

/** Somebody of another workspace, in a channel that both share: they may not ask for what is this one's own. */
function isForeign({ user_team, team }: Spoken, context: Context): boolean {
  const theirs = user_team ?? team;
  if (context.enterpriseId || !theirs || !context.teamId) return false;
  return theirs !== context.teamId;
}

function hearPresses(app: App, listening: Listening): void {
  const { desk, replies, first, work } = listening;
  app.action(/^/, async ({ ack, action, body, context }) => {
    const acknowledge = inTime(() => ack(), listening.log);
    if (body.type !== 'block_actions' || !first(`action ${body.trigger_id}`)) return acknowledge();
    const workspace = await workspaceOf(context, listening);
    await acknowledge();
    if (!workspace) return;
    const container = body.container as { thread_ts?: string } | undefined;
    const asked: Asked = {
      workspace,
      user: body.user.id,
      channel: body.channel?.id ?? null,
      thread: container?.thread_ts ?? null,
      responseUrl: body.response_url ?? null,
    };
    const spoken = { team: body.user.team_id } as Spoken;
    if (isForeign(spoken, context)) return work(replies.privately(asked, FOREIGN));
    const line =
      action.type === 'button'
        ? action.value
        : action.type === 'static_select'
          ? action.selected_option.value
          : undefined;
    const press = 'action_id' in action ? action.action_id.replace(/\.\d+$/, '') : '';
    if (line === undefined || !Object.values<string>(PRESS).includes(press)) {
      return work(replies.privately(asked, OUTDATED));
    }
    if (press === PRESS.ask) {
      return work(openForm(ASK, remember(line, asked), body.trigger_id, asked, listening));
    }
    const prepared = await prepareLine(desk, asked, line);
    const way = press === PRESS.share ? 'publicly' : 'privately';
    work(prepared.answer().then((shown) => replies[way](asked, shown)));
  });

  app.shortcut(SHORTCUT.callbackId, async ({ ack, shortcut, context }) => {
    const acknowledge = inTime(() => ack(), listening.log);
    if (!first(`shortcut ${shortcut.trigger_id}`)) return acknowledge();
    const workspace = await workspaceOf(context, listening);
    await acknowledge();
    if (!workspace || shortcut.type !== 'message_action') return;
    const { message, channel, response_url, user } = shortcut;
    const asked: Asked = {
      workspace,
      user: user.id,
      channel: channel.id,
      thread: typeof message.thread_ts === 'string' ? message.thread_ts : null,
      responseUrl: response_url,
    };
    const words = asTyped(message.text ?? '');
    work(openForm(ASK, remember('/ask', asked), shortcut.trigger_id, asked, listening, words));
  });
}

function hearForms(app: App, listening: Listening): void {
  const { desk, workspaces, replies, first, work, log } = listening;
  app.view(
    { callback_id: /^crier\./, type: 'view_submission' },
    async ({ ack, body, view, context }) => {
      const acknowledge = inTime(() => ack(), log);
      const id = 'trigger_id' in body ? String(body.trigger_id) : view.id;
      if (!first(`form ${id}`)) return acknowledge();
      const workspace = await workspaceOf(context, listening);
      await acknowledge();
      const remembered = rememberedIn(view.private_metadata);
      const field = view.state.values[FIELD]?.[FIELD];
      const given = field?.selected_option?.value ?? field?.value ?? '';
      if (!workspace || !remembered || !given.trim()) return;
      const asked: Asked = { workspace, user: body.user.id, ...remembered };
      // A chosen story comes as its number; everything else is words, whatever they look like.
      const words = view.callback_id === FIND && /^#\d{1,15}$/.test(given) ? given : asWords(given);
      const prepared = await prepareLine(desk, asked, `${remembered.line} ${words}`);
      work(prepared.answer().then((shown) => replies.privately(asked, shown)));
    },
  );

  app.options(FIELD, async ({ ack, options, context }) => {
    const typed = options.value;
    try {
      const workspace = await workspaces.from(context);
      const found = workspace
        ? await within(
            PATIENCE_MS,
            desk.answering.suggest('stories', typed, askerOf({ workspace })),
          )
        : [];
      await ack({ options: suggestions(found, typed) });
    } catch (error) {
      log.warn('slack suggestions came late', { reason: reasonOf(error) });
      await ack({ options: suggestions([], typed) });
    }
  });
}

function hearHappenings(app: App, listening: Listening): void {
  const { welcome, first, work, revoked } = listening;
  app.event('app_home_opened', async ({ event, body, context }) => {
    if (!first(`event ${body.event_id}`)) return;
    const workspace = await workspaceOf(context, listening);
    if (workspace) work(welcome.home(workspace, event.user, event.tab === 'home'));
  });
  app.event('member_joined_channel', async ({ event, body, context }) => {
    if (!first(`event ${body.event_id}`)) return;
    const workspace = await workspaceOf(context, listening);
    if (workspace?.botUser !== event.user || !event.inviter) return;
    work(welcome.channel(workspace, event.channel, event.inviter));
  });
  app.event('tokens_revoked', async ({ event, context }) => {
    if (event.tokens.bot?.length) await revoked(idIn(context));
  });
  app.event('app_uninstalled', async ({ context }) => {
    await revoked(idIn(context));
  });
}

const idIn = (context: Context): string =>
  (context.isEnterpriseInstall ? context.enterpriseId : context.teamId) ?? '';

async function workspaceOf(
  context: Context,
  { workspaces, log }: Listening,
): Promise<Workspace | null> {
  const workspace = await workspaces.from(context);
  if (!workspace) log.warn('slack delivery of a strange workspace ignored', { id: idIn(context) });
  return workspace;
}

/**
 * Acknowledges once: when it is called, or by itself before Slack gives up. What cannot be acknowledged any more is
 * still answered, since an answer has a way of its own.
 */
function inTime<T>(ack: (body?: T) => Promise<void>, log: Log): (body?: T) => Promise<void> {
  let done = false;
  const acknowledge = async (body?: T) => {
    clearTimeout(timer);
    if (done) return;
    done = true;
    try {
      await (body === undefined ? ack() : ack(body));
    } catch (error) {
      log.warn('slack delivery not acknowledged', { reason: reasonOf(error) });
    }
  };
  const timer = setTimeout(() => void acknowledge(), PATIENCE_MS);
  return acknowledge;
}
