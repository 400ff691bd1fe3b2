import type { Manifest } from './manifest.ts';

/** What the fake's app declares where a test does not care: one command, two shortcuts, the usual scopes and events. */
export const DEFAULT_MANIFEST: Manifest = {
  display_information: { name: 'Crier' },
  features: {
    bot_user: { display_name: 'crier' },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    slash_commands: [{ command: '/story', description: 'Tell a story', usage_hint: '[words]' }],
    shortcuts: [
      { name: 'Tell this story', type: 'message', callback_id: 'tell', description: 'Tell it' },
      { name: 'Find a story', type: 'global', callback_id: 'find', description: 'Find one' },
    ],
  },
  oauth_config: {
    redirect_urls: ['http://127.0.0.1', 'http://localhost'],
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'channels:join',
        'channels:read',
        'chat:write',
        'commands',
        'groups:history',
        'groups:read',
        'im:history',
        'im:read',
        'im:write',
        'team:read',
        'users:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'app_mention',
        'app_uninstalled',
        'channel_archive',
        'channel_deleted',
        'member_joined_channel',
        'message.im',
        'tokens_revoked',
      ],
    },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};
