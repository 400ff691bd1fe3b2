import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the program itself. */
export const HOME = fileURLToPath(new URL('../..', import.meta.url));

/** Where the settings, prompts and packs lie that come with it. */
export const HOME_CONFIG = join(HOME, 'config');
