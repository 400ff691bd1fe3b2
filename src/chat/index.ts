import type { PlatformKind } from './opening.ts';

/** Every platform beside the terminal. Another one is a folder and a line here. */
export const PLATFORMS: readonly PlatformKind[] = [];
