import { expect, test } from 'vitest';
import { slack } from '../../../src/chat/slack/index.ts';
import { ConfigError } from '../../../src/lib/errors.ts';
import { openingOf } from './crier-in-slack.ts';

const BOT = { CRIER_SLACK_BOT_TOKEN: 'xoxb-1' };
const APP = { CRIER_SLACK_APP_TOKEN: 'xapp-1' };
const SIGNING = { CRIER_SLACK_SIGNING_SECRET: 's' };
const OAUTH = {
  CRIER_SLACK_CLIENT_ID: '1.2',
  CRIER_SLACK_CLIENT_SECRET: 's',
  CRIER_SLACK_STATE_SECRET: 't',
  CRIER_ENCRYPTION_KEY: 'k',
  CRIER_PUBLIC_URL: 'https://crier.example',
};
const without = (name: string) =>
  Object.fromEntries(Object.entries(OAUTH).filter(([key]) => key !== name));

test.for([
  ['nothing', {}],
  ['only a key that others use too', { CRIER_ENCRYPTION_KEY: 'k' }],
] as const)('with %s set there is no Slack', async ([, environment]) => {
  expect(await slack.open(openingOf({ environment }))).toBeNull();
});

test.for([
  ['Socket Mode', { ...BOT, ...APP }],
  ['HTTP', { ...BOT, ...SIGNING }],
  ['OAuth over Socket Mode', { ...OAUTH, ...APP }],
  ['OAuth over HTTP', { ...OAUTH, ...SIGNING }],
] as const)('%s opens', async ([, environment]) => {
  expect((await slack.open(openingOf({ environment })))?.name).toBe('slack');
});

test.for([
  [BOT, 'CRIER_SLACK_APP_TOKEN is missing'],
  [APP, 'CRIER_SLACK_BOT_TOKEN is missing'],
  [SIGNING, 'CRIER_SLACK_BOT_TOKEN is missing'],
  [OAUTH, 'CRIER_SLACK_APP_TOKEN is missing'],
  [{ ...SIGNING, ...without('CRIER_SLACK_CLIENT_SECRET') }, 'CRIER_SLACK_CLIENT_SECRET is missing'],
  [{ ...SIGNING, ...without('CRIER_ENCRYPTION_KEY') }, 'CRIER_ENCRYPTION_KEY is missing'],
  [{ ...SIGNING, ...without('CRIER_PUBLIC_URL') }, 'CRIER_PUBLIC_URL is missing'],
  [{ ...SIGNING, ...OAUTH, ...BOT }, 'keep one of them'],
  [{ ...BOT, CRIER_SLACK_APP_TOKEN: 'xoxb-2' }, 'CRIER_SLACK_APP_TOKEN is not an app-level token'],
  [{ ...APP, CRIER_SLACK_BOT_TOKEN: 'xapp-2' }, 'CRIER_SLACK_BOT_TOKEN is not a bot token'],
  [{ ...BOT, ...SIGNING, CRIER_PORT: 'many' }, 'CRIER_PORT'],
  [{ ...SIGNING, ...OAUTH, CRIER_PUBLIC_URL: 'crier.example' }, 'CRIER_PUBLIC_URL'],
] as const)('%o is refused: %s', async ([environment, words]) => {
  const opening = slack.open(openingOf({ environment }));
  await expect(opening).rejects.toThrow(ConfigError);
  await expect(opening).rejects.toThrow(words);
});
