import type { App } from '@slack/bolt';
import { idIn, type Listening, workspaceOf } from './listening.ts';

/** What happens to Crier without anybody asking it. */
export function hearHappenings(app: App, listening: Listening): void {
  const { welcome, first, work, revoked } = listening;
  app.event('app_home_opened', async ({ event, body, context }) => {
    if (!first(`event ${body.event_id}`)) return;
    const workspace = await workspaceOf(context, listening);
    if (workspace) work(welcome.home(workspace, event.user, event.tab === 'home'));
  });
  app.event('member_joined_channel', async ({ event, body, context }) => {
    if (!first(`event ${body.event_id}`)) return;
    const workspace = await workspaceOf(context, listening);
    if (workspace?.botUser !== event.user || !event.inviter) return;
    work(welcome.channel(workspace, event.channel, event.inviter));
  });
  app.event('tokens_revoked', async ({ event, context }) => {
    if (event.tokens.bot?.length) await revoked(idIn(context));
  });
  app.event('app_uninstalled', async ({ context }) => {
    await revoked(idIn(context));
  });
}
