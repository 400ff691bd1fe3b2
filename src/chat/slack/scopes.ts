/** What Crier asks of a workspace, and why: nothing more than this. */
export const SCOPES: readonly { readonly scope: string; readonly why: string }[] = [
  { scope: 'commands', why: 'offer the slash commands and the shortcut on messages' },
  { scope: 'chat:write', why: 'post digests and answers' },
  { scope: 'app_mentions:read', why: 'hear a question that mentions Crier' },
  { scope: 'im:history', why: 'hear what is written to Crier directly' },
  {
    scope: 'im:write',
    why: 'open the direct messages of a member, to find and change what was posted there for them',
  },
  { scope: 'channels:read', why: 'notice that it was invited, and check a channel before posting' },
  { scope: 'groups:read', why: 'the same in private channels it was invited to' },
  {
    scope: 'channels:history',
    why: 'know which story a thread is about, and find its own posts after a break (only where it is a member)',
  },
  { scope: 'groups:history', why: 'the same in private channels it was invited to' },
  { scope: 'users:read', why: 'know who is an admin of the workspace' },
];

/** What Crier wants to be told: https://docs.slack.dev/reference/events */
export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'member_joined_channel',
  'message.im',
  'tokens_revoked',
] as const;

/** The one shortcut, on messages. */
export const SHORTCUT = {
  callbackId: 'crier.about',
  name: 'Ask Crier about this',
  description: 'Ask a question about what this message says; only you see the answer',
} as const;
