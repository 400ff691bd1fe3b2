import type { Route } from '../call.ts';
import { deleteOwn, followUp, patchOwn, readOwn } from '../follow-ups.ts';
import { acknowledge } from '../interactions.ts';

const OWN = '/webhooks/{webhook_id}/{webhook_token}/messages';

/** The token in the address is the credential: no bot token is asked for, and the global limit does not count them. */
export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    auth: 'none',
    run: acknowledge,
  },
  { method: 'POST', path: '/webhooks/{webhook_id}/{webhook_token}', auth: 'none', run: followUp },
  ...['@original', '{message_id}'].flatMap((id): Route[] => [
    { method: 'GET', path: `${OWN}/${id}`, auth: 'none', run: readOwn },
    { method: 'PATCH', path: `${OWN}/${id}`, auth: 'none', run: patchOwn },
    { method: 'DELETE', path: `${OWN}/${id}`, auth: 'none', run: deleteOwn },
  ]),
];
