import { APPS } from './apps.ts';
import { CHAT } from './chat.ts';
import { CONVERSATIONS } from './conversations.ts';
import type { Method } from './method.ts';
import { VIEWS } from './views.ts';
import { WORKSPACE } from './workspace.ts';

/** Every method this fake answers; any other is `unknown_method` and a violation. */
export const METHODS: { readonly [name: string]: Method } = {
  ...APPS,
  ...CHAT,
  ...CONVERSATIONS,
  ...VIEWS,
  ...WORKSPACE,
};
