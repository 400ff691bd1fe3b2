import type { PlatformKind } from '../opening.ts';

const TOKEN = 'CRIER_DISCORD_TOKEN';

/** Discord, through a bot's token. */
export const discord: PlatformKind = {
  name: 'discord',
  secrets: [TOKEN],
  async open(opening) {
    const token = opening.secret(TOKEN);
    if (!token) return null;
    // The SDK takes half a second and 60 MB to load: only where it is used.
    const { createDiscord } = await import('./platform.ts');
    return createDiscord(opening, token);
  },
};
