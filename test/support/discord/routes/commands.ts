import { DAY } from '../../../../src/lib/clock.ts';
import type { Answer, Call, Route } from '../call.ts';
import { refusal } from '../errors.ts';
import { type Json, listOf, recordOf, textOf } from '../json.ts';
import { commandPayload } from '../payloads.ts';
import { checkCommands } from '../rules/commands.ts';
import type { Command, World } from '../state.ts';

// Discord docs "Application Commands › Registering a Command": 100 chat commands, 15 of each other kind (it was 5), for
// all guilds and again for each; 200 creates a day and guild, to which replacing one by its name does not add.
const MOST: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
const CREATES = 200;

const created = new WeakMap<World, Map<string, number[]>>();

function guildIn({ world, params }: Call): string | null {
  if (params.application_id !== world.application.id) throw refusal(20012);
  const id = params.guild_id;
  if (id === undefined) return null;
  if (!world.guilds.has(id)) throw refusal(50001);
  return id;
}

const commandsOf = (world: World, guildId: string | null): Command[] =>
  [...world.commands.values()].filter((one) => one.guildId === guildId);

function list(call: Call): Answer {
  const found = commandsOf(call.world, guildIn(call));
  return { status: 200, body: found.map((one) => commandPayload(call.world, one)) };
}

/** PUT: what is not in the list is gone. */
function replaceAll(call: Call): Answer {
  const { world } = call;
  const guildId = guildIn(call);
  const bodies = listOf(call.body);
  checkCommands(bodies, (index) => [index]);
  checkCount(bodies.map((body) => recordOf(body) ?? {}));
  call.judge();
  const before = commandsOf(world, guildId);
  const fresh = bodies.map((item) => keep(world, guildId, recordOf(item) ?? {}, before));
  for (const { id } of before) world.commands.delete(id);
  for (const command of fresh) world.commands.set(command.id, command);
  return { status: 200, body: fresh.map((one) => commandPayload(world, one)) };
}

function create(call: Call): Answer {
  const { world } = call;
  const guildId = guildIn(call);
  const body = recordOf(call.body) ?? {};
  checkCommands([body], () => []);
  call.judge();
  const before = commandsOf(world, guildId);
  const same = named(before, body);
  if (!same) checkCount([...before.map((one) => one.body), body]);
  const command = keep(world, guildId, body, before);
  world.commands.set(command.id, command);
  return { status: same ? 200 : 201, body: commandPayload(world, command) };
}

function one(call: Call): Command {
  const guildId = guildIn(call);
  const command = call.world.commands.get(call.params.command_id ?? '');
  if (!command || command.guildId !== guildId) throw refusal(10063);
  return command;
}

function change(call: Call): Answer {
  const { world } = call;
  const command = one(call);
  const body = { ...command.body, ...recordOf(call.body) };
  checkCommands([body], () => []);
  call.judge();
  const changed = { ...command, version: world.nextId(), body: withDefaults(body) };
  world.commands.set(command.id, changed);
  return { status: 200, body: commandPayload(world, changed) };
}

function remove(call: Call): Answer {
  call.world.commands.delete(one(call).id);
  return { status: 204 };
}

function named(commands: readonly Command[], body: Json): Command | undefined {
  return commands.find(
    (one) => one.body.name === textOf(body.name) && one.body.type === (body.type ?? 1),
  );
}

function keep(
  world: World,
  guildId: string | null,
  body: Json,
  before: readonly Command[],
): Command {
  const same = named(before, body);
  if (!same) countCreate(world, guildId);
  const kept = withDefaults(body);
  const unchanged = same && JSON.stringify(same.body) === JSON.stringify(kept);
  return {
    id: same?.id ?? world.nextId(),
    guildId,
    version: unchanged ? same.version : world.nextId(),
    body: kept,
  };
}

function countCreate(world: World, guildId: string | null): void {
  const now = world.clock().getTime();
  const all = created.get(world) ?? new Map<string, number[]>();
  created.set(world, all);
  const key = guildId ?? 'global';
  const today = (all.get(key) ?? []).filter((at) => at > now - DAY);
  if (today.length >= CREATES) throw refusal(30034);
  all.set(key, [...today, now]);
}

function checkCount(bodies: readonly Json[]): void {
  for (const [type, most] of Object.entries(MOST))
    if (bodies.filter((body) => (body.type ?? 1) === Number(type)).length > most)
      throw refusal(30032);
}

/** Discord docs "Application Commands › Application Command Structure". */
function withDefaults(body: Json): Command['body'] {
  const bits = body.default_member_permissions;
  return {
    ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
    name: textOf(body.name),
    type: typeof body.type === 'number' ? body.type : 1,
    description: textOf(body.description),
    default_member_permissions: bits === undefined || bits === null ? null : String(bits),
    dm_permission: body.dm_permission !== false,
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? [0],
    nsfw: body.nsfw === true,
  };
}

const GLOBAL = '/applications/{application_id}/commands';
const GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';

export const commandRoutes: readonly Route[] = [GLOBAL, GUILD].flatMap((path): Route[] => [
  { method: 'GET', path, auth: 'bot', run: list },
  { method: 'PUT', path, auth: 'bot', run: replaceAll },
  { method: 'POST', path, auth: 'bot', run: create },
  {
    method: 'GET',
    path: `${path}/{command_id}`,
    auth: 'bot',
    run: (call) => ({ status: 200, body: commandPayload(call.world, one(call)) }),
  },
  { method: 'PATCH', path: `${path}/{command_id}`, auth: 'bot', run: change },
  { method: 'DELETE', path: `${path}/{command_id}`, auth: 'bot', run: remove },
]);
