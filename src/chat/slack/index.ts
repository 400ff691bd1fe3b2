import type { PlatformKind } from '../opening.ts';
import { accessOf } from './access.ts';

/** Slack: one workspace by its tokens, or many by OAuth. */
export const slack: PlatformKind = {
  name: 'slack',
  secrets: [
    'CRIER_SLACK_BOT_TOKEN',
    'CRIER_SLACK_APP_TOKEN',
    'CRIER_SLACK_SIGNING_SECRET',
    'CRIER_SLACK_CLIENT_ID',
    'CRIER_SLACK_CLIENT_SECRET',
    'CRIER_SLACK_STATE_SECRET',
    'CRIER_ENCRYPTION_KEY',
  ],
  async open(opening) {
    const access = accessOf(opening);
    if (access === null) return null;
    // Bolt costs memory and time, which only those pay who have tokens for it.
    const { slackPlatform } = await import('./slack.ts');
    return slackPlatform(access, opening);
  },
};
