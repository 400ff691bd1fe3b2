import type { PlatformKind } from '../opening.ts';

/** Discord, through a bot's token. */
export const discord: PlatformKind = {
  name: 'discord',
  secrets: ['CRIER_DISCORD_TOKEN'],
  open: async () => null,
};
