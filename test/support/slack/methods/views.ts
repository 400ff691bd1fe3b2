import { inSlacksWords, refusalOfView } from '../block-kit/check.ts';
import { type Json, listIn, textIn } from '../json.ts';
import { changed, freshId, type View, violation, type World, withIds } from '../state.ts';
import { type Answer, badArguments, error, type Method, type MethodCall } from './method.ts';

/** Three modals may lie on one another: https://docs.slack.dev/surfaces/modals */
const STACK = 3;

/** A view as Slack takes it, or what it answers instead. */
export function readView(
  world: World,
  where: string,
  view: unknown,
  type: 'modal' | 'home',
): { readonly ok: true; readonly content: Json } | Answer {
  const refusal = refusalOfView(view, type);
  if (refusal !== null) {
    const problems = refusal.problems.map(inSlacksWords);
    violation(world, where, [refusal.error, ...problems].join('; '));
    return problems.length > 0 ? badArguments(...problems) : error(refusal.error);
  }
  const content = view as Json;
  return { ok: true, content: { ...content, blocks: withIds(listIn(content.blocks)) } };
}

/** A view as payloads and answers show it. */
export function viewJson(world: World, view: View): Json {
  const { content } = view;
  return {
    id: view.id,
    team_id: view.team,
    type: view.type,
    blocks: content.blocks,
    private_metadata: content.private_metadata ?? '',
    callback_id: content.callback_id ?? '',
    state: { values: view.values },
    hash: view.hash,
    title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: world.app.id,
    external_id: view.externalId,
    app_installed_team_id: view.team,
    bot_id: [...world.users.values()].find((u) => u.team === view.team && u.isBot)?.botId ?? '',
  };
}

const freshHash = () => `${Math.floor(Math.random() * 1e9)}.${freshId('').toLowerCase()}`;

/** Opens a view, as a modal on `previous` or as somebody's home. */
export function addView(
  world: World,
  about: {
    team: string;
    user: string;
    type: View['type'];
    previous: View | null;
    channel?: string | null;
  },
  content: Json,
): View {
  const id = freshId('V');
  const view: View = {
    id,
    team: about.team,
    user: about.user,
    type: about.type,
    rootId: about.previous?.rootId ?? id,
    previousId: about.previous?.id ?? null,
    externalId: textIn(content.external_id),
    content,
    from: about.channel ?? about.previous?.from ?? null,
    values: {},
    errors: {},
    hash: freshHash(),
    open: true,
    revision: world.revision + 1,
  };
  world.views.set(id, view);
  changed(world);
  return view;
}

export function changeView(world: World, view: View, content: Json): void {
  view.content = content;
  view.externalId = textIn(content.external_id) || view.externalId;
  view.errors = {};
  view.hash = freshHash();
  // What was typed stays where the same field stands again.
  const blocks = new Set(listIn(content.blocks).map(({ block_id }) => textIn(block_id)));
  view.values = Object.fromEntries(Object.entries(view.values).filter(([id]) => blocks.has(id)));
  view.revision = changed(world);
}

const openModals = (world: World, user: string): View[] =>
  [...world.views.values()].filter((one) => one.type === 'modal' && one.open && one.user === user);

const duplicate = (world: World, team: string, content: Json, but?: View): boolean =>
  textIn(content.external_id) !== '' &&
  [...world.views.values()].some(
    (one) => one !== but && one.open && one.team === team && one.externalId === content.external_id,
  );

function opening(where: 'views.open' | 'views.push') {
  return (call: MethodCall): Answer => {
    const { world, args, services, installation } = call;
    const read = readView(world, where, args.view, 'modal');
    if (!read.ok) return read;
    const content = (read as { content: Json }).content;
    if (duplicate(world, installation.team, content)) return error('duplicate_external_id');
    const trigger = services.triggers.exchange(textIn(args.trigger_id));
    if ('error' in trigger) return error(trigger.error);
    if (trigger.team !== installation.team) return error('invalid_trigger_id');
    const stack = openModals(world, trigger.user);
    const previous = where === 'views.push' ? (stack.at(-1) ?? null) : null;
    if (where === 'views.push' && stack.length >= STACK) return error('push_limit_reached');
    const view = addView(world, { ...trigger, type: 'modal', previous }, content);
    return { ok: true, view: viewJson(world, view) };
  };
}

const update: Method = {
  token: 'bot',
  scopes: [],
  tier: 'tier 4',
  writes: true,
  required: ['view'],
  optional: ['view_id', 'external_id', 'hash'],
  run: ({ world, args, installation }) => {
    const view = [...world.views.values()].find(
      (one) =>
        one.team === installation.team &&
        (one.id === args.view_id ||
          (args.external_id !== undefined && one.externalId === args.external_id)),
    );
    if (view === undefined || !view.open) return error('not_found');
    const read = readView(world, 'views.update', args.view, view.type);
    if (!read.ok) return read;
    const content = (read as { content: Json }).content;
    if (args.hash !== undefined && args.hash !== view.hash) return error('hash_conflict');
    if (duplicate(world, installation.team, content, view)) return error('duplicate_external_id');
    changeView(world, view, content);
    return { ok: true, view: viewJson(world, view) };
  },
};

const publish: Method = {
  token: 'bot',
  scopes: [],
  tier: 'tier 4',
  writes: true,
  required: ['user_id', 'view'],
  optional: ['hash'],
  run: ({ world, args, installation }) => {
    const user = world.users.get(textIn(args.user_id));
    if (user === undefined || user.team !== installation.team) return error('user_not_found');
    if (world.app.manifest.features?.app_home?.home_tab_enabled !== true)
      return error('not_enabled');
    const read = readView(world, 'views.publish', args.view, 'home');
    if (!read.ok) return read;
    const content = (read as { content: Json }).content;
    const known = homeOf(world, user.id);
    if (known === undefined) {
      const about = {
        team: installation.team,
        user: user.id,
        type: 'home' as const,
        previous: null,
      };
      return { ok: true, view: viewJson(world, addView(world, about, content)) };
    }
    if (args.hash !== undefined && args.hash !== known.hash) return error('hash_conflict');
    changeView(world, known, content);
    return { ok: true, view: viewJson(world, known) };
  },
};

export const homeOf = (world: World, user: string): View | undefined =>
  [...world.views.values()].find((one) => one.type === 'home' && one.user === user);

export const modalOf = (world: World, user: string): View | undefined =>
  openModals(world, user).at(-1);

const opens = (where: 'views.open' | 'views.push'): Method => ({
  token: 'bot',
  scopes: [],
  tier: 'tier 4',
  writes: true,
  required: ['trigger_id', 'view'],
  run: opening(where),
});

export const VIEWS: { readonly [name: string]: Method } = {
  'views.open': opens('views.open'),
  'views.push': opens('views.push'),
  'views.update': update,
  'views.publish': publish,
};

/** Closes a modal, and with `all` the ones under it. */
export function closeView(world: World, view: View, all: boolean): void {
  for (const one of openModals(world, view.user)) {
    if (one === view || all) one.open = false;
  }
  view.revision = changed(world);
}
