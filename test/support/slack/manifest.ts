/**
 * What the app declares to Slack, in the form of Slack's own manifest, so that the file given to real Slack can be
 * given to the fake. https://docs.slack.dev/reference/app-manifest
 */
export type Manifest = {
  readonly display_information: { readonly name: string };
  readonly features?: {
    readonly bot_user?: { readonly display_name: string; readonly always_online?: boolean };
    readonly app_home?: {
      readonly home_tab_enabled?: boolean;
      readonly messages_tab_enabled?: boolean;
      readonly messages_tab_read_only_enabled?: boolean;
    };
    readonly slash_commands?: readonly SlashCommand[];
    readonly shortcuts?: readonly Shortcut[];
  };
  readonly oauth_config?: {
    readonly redirect_urls?: readonly string[];
    readonly scopes?: { readonly bot?: readonly string[] };
  };
  readonly settings?: {
    readonly event_subscriptions?: {
      readonly request_url?: string;
      readonly bot_events?: readonly string[];
    };
    readonly interactivity?: {
      readonly is_enabled: boolean;
      readonly request_url?: string;
      readonly message_menu_options_url?: string;
    };
    readonly socket_mode_enabled?: boolean;
    readonly org_deploy_enabled?: boolean;
    readonly token_rotation_enabled?: boolean;
  };
  readonly [other: string]: unknown;
};

export type SlashCommand = {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape?: boolean;
  readonly url?: string;
};

export type Shortcut = {
  readonly name: string;
  readonly type: 'message' | 'global';
  readonly callback_id: string;
  readonly description: string;
};

// The "Required scopes" line of each page under https://docs.slack.dev/reference/events; one of them is enough.
const EVENT_SCOPES: { readonly [event: string]: readonly string[] } = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  tokens_revoked: [],
};

/**
 * What Slack would refuse in this manifest or never deliver under it.
 * Lengths: https://docs.slack.dev/reference/app-manifest#fields (command 32, description 2000, usage hint 1000,
 * shortcut name 24, description 150, callback id 255; 50 commands, 10 shortcuts, 100 bot events).
 */
export function manifestProblems(manifest: Manifest): string[] {
  const problems: string[] = [];
  const scopes = new Set(manifest.oauth_config?.scopes?.bot ?? []);
  const commands = manifest.features?.slash_commands ?? [];
  const shortcuts = manifest.features?.shortcuts ?? [];
  const events = manifest.settings?.event_subscriptions?.bot_events ?? [];

  if (manifest.display_information.name.length > 35)
    problems.push('the name is over 35 characters');
  if (commands.length > 50) problems.push('over 50 slash commands');
  if (shortcuts.length > 10) problems.push('over 10 shortcuts');
  if (events.length > 100) problems.push('over 100 bot events');
  if ((commands.length > 0 || shortcuts.length > 0) && !scopes.has('commands')) {
    problems.push('slash commands and shortcuts need the scope commands');
  }
  for (const { command, description, usage_hint } of commands) {
    if (!/^\/[^\s/]{1,31}$/.test(command) || command !== command.toLowerCase()) {
      problems.push(`${command} is no name for a command`);
    }
    if (description.length < 1 || description.length > 2000) {
      problems.push(`the description of ${command} is not 1 to 2000 characters`);
    }
    if ((usage_hint ?? '').length > 1000) problems.push(`the hint of ${command} is over 1000`);
  }
  if (new Set(commands.map(({ command }) => command)).size < commands.length) {
    problems.push('two commands of one name');
  }
  for (const { name, callback_id, description } of shortcuts) {
    if (name.length > 24 || callback_id.length > 255 || description.length > 150) {
      problems.push(`the shortcut ${callback_id} is too long`);
    }
  }
  if (shortcuts.length > 0 && manifest.settings?.interactivity?.is_enabled !== true) {
    problems.push('shortcuts need interactivity');
  }
  for (const event of events) {
    const needed = EVENT_SCOPES[event];
    if (needed === undefined) problems.push(`the event ${event} is not known to this fake`);
    else if (needed.length > 0 && !needed.some((scope) => scopes.has(scope))) {
      problems.push(`the event ${event} needs the scope ${needed.join(' or ')}`);
    }
  }
  return problems;
}

/** Whether the app asked for this event and its token may have it. */
export function isSubscribed(manifest: Manifest, event: string, scopes: ReadonlySet<string>) {
  const needed = EVENT_SCOPES[event] ?? [];
  return (
    (manifest.settings?.event_subscriptions?.bot_events ?? []).includes(event) &&
    (needed.length === 0 || needed.some((scope) => scopes.has(scope)))
  );
}
