import { openApi } from '../../support/discord/openapi.ts';

const CHANNEL = '/channels/{channel_id}';
const MESSAGES = `${CHANNEL}/messages`;
const MESSAGE = `${MESSAGES}/{message_id}`;

/**
 * The stand-in reads Discord's description of its API once, address by address, which takes longer than tests with
 * hanging requests wait for an answer: call it before those.
 */
export function readDescription(): void {
  const api = openApi();
  api?.flawsOfRequest('POST', MESSAGES, { content: 'a' });
  api?.flawsOfRequest('PATCH', MESSAGE, { content: 'a' });
  api?.flawsOfRequest('POST', `${CHANNEL}/threads`, { name: 'a' });
  api?.flawsOfRequest('POST', '/users/@me/channels', { recipient_id: '1' });
  api?.flawsOfAnswer('POST', MESSAGES, 200, {});
  api?.flawsOfAnswer('PATCH', MESSAGE, 200, {});
  api?.flawsOfAnswer('POST', `${CHANNEL}/threads`, 201, {});
  api?.flawsOfAnswer('GET', CHANNEL, 200, {});
  api?.flawsOfAnswer('GET', MESSAGES, 200, []);
  api?.flawsOfAnswer('GET', MESSAGE, 200, {});
  api?.flawsOfAnswer('GET', `${CHANNEL}/threads/archived/public`, 200, {});
  api?.flawsOfAnswer('GET', '/guilds/{guild_id}/threads/active', 200, {});
  api?.flawsOfAnswer('POST', '/users/@me/channels', 200, {});
}
