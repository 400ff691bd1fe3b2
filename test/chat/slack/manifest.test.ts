import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifestYaml, slackManifest } from '../../../src/chat/slack/manifest.ts';
import { SCOPES } from '../../../src/chat/slack/scopes.ts';
import { COMMANDS } from '../../../src/commands/index.ts';
import { crier } from '../../support/program.ts';
import { manifestProblems } from '../../support/slack/manifest.ts';
import { SETTINGS } from './crier-in-slack.ts';

const SOCKET = { requests: 'socket', publicUrl: null } as const;
const HTTP = { requests: 'http', publicUrl: 'https://crier.example' } as const;

test('names every command by its first word, with a hint of what may stand behind it', () => {
  const { features } = slackManifest(COMMANDS, SETTINGS.slack, SOCKET);
  const declared = features.slash_commands.map(({ command }) => command);
  const names = new Set(COMMANDS.map(({ name }) => `/${name.split(' ')[0]}`));
  expect(new Set(declared)).toEqual(names);
  expect(declared).toHaveLength(names.size);
  const hints = features.slash_commands.map(({ usage_hint }) => usage_hint).join('\n');
  for (const { name } of COMMANDS.filter((one) => one.name.includes(' '))) {
    expect(hints).toContain(name.split(' ').slice(1).join(' '));
  }
});

test('hints say how each kind of option is typed', () => {
  const shape = {
    name: 'watch',
    summary: 'Watch',
    example: '/watch',
    access: 'all' as const,
    form: null,
    options: {
      what: { kind: 'number' as const, summary: '', required: true, suggest: null },
      other: { kind: 'number' as const, summary: '', required: false, suggest: null },
      at: { kind: 'text' as const, summary: '', suggest: null },
      in: { kind: 'channel' as const, summary: '' },
    },
  };
  const others = { ...shape, name: 'news edit' };
  const { features } = slackManifest(
    [shape, others, { ...others, name: 'news list', options: {} }],
    SETTINGS.slack,
    SOCKET,
  );
  expect(features.slash_commands.map(({ usage_hint }) => usage_hint)).toEqual([
    '<#what> [other:#3] [at:…] [in:#channel]',
    'edit <#what> | list',
  ]);
});

test('commands are declared by the names of the configuration', () => {
  const commands = { ...SETTINGS.slack.commands, story: 'crier-story' };
  const { features } = slackManifest(COMMANDS, { ...SETTINGS.slack, commands }, SOCKET);
  expect(features.slash_commands.map(({ command }) => command)).toContain('/crier-story');
  expect(features.slash_commands.map(({ command }) => command)).not.toContain('/story');
});

test.for([
  ['Socket Mode', SOCKET],
  ['HTTP', HTTP],
] as const)('for %s nothing in it is against the rules', ([, how]) => {
  expect(manifestProblems(slackManifest(COMMANDS, SETTINGS.slack, how))).toEqual([]);
});

test('for HTTP every delivery has its address, for Socket Mode none has', () => {
  const http = JSON.stringify(slackManifest(COMMANDS, SETTINGS.slack, HTTP));
  expect(http.split('https://crier.example/slack/events').length - 1).toBe(7);
  expect(http).toContain('https://crier.example/slack/oauth_redirect');
  expect(JSON.stringify(slackManifest(COMMANDS, SETTINGS.slack, SOCKET))).not.toContain('http');
});

test('as YAML it says the same, and why each permission is asked for', () => {
  const manifest = slackManifest(COMMANDS, SETTINGS.slack, HTTP);
  const yaml = manifestYaml(manifest);
  expect(parse(yaml)).toEqual(manifest);
  for (const { scope, why } of SCOPES) expect(yaml).toContain(`- ${scope} # ${why}`);
});

test('the command line prints it', async () => {
  const { code, out } = await crier(['slack', 'manifest']);
  expect(code).toBe(0);
  expect(parse(out)).toEqual(slackManifest(COMMANDS, SETTINGS.slack, SOCKET));
});

test('the command line prints it for HTTP as JSON, and asks for the address it needs', async () => {
  const { code, err } = await crier(['slack', 'manifest', '--http']);
  expect(code).toBe(2);
  expect(err).toContain('CRIER_PUBLIC_URL');
  const environment = { CRIER_PUBLIC_URL: 'https://crier.example/' };
  const { out } = await crier(['slack', 'manifest', '--http', '--json'], { environment });
  expect(JSON.parse(out)).toEqual(slackManifest(COMMANDS, SETTINGS.slack, HTTP));
});
