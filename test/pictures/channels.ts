/** The channels of the pictures by their ids, as each platform writes them. */
export const CHANNELS = {
  discord: { news: '500000000000000001', desk: '500000000000000002' },
  slack: { news: 'C0NEWS', desk: 'C0DESK' },
} as const;

/** What a channel is called in the pictures. */
export function channelName(id: string): string {
  for (const channels of Object.values(CHANNELS)) {
    const found = Object.entries(channels).find(([, one]) => one === id);
    if (found) return found[0];
  }
  return 'channel';
}
