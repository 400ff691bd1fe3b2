// The Events API: https://docs.slack.dev/apis/events-api
import type { Deliveries, Delivery } from './deliveries.ts';
import type { Json } from './json.ts';
import { isSubscribed } from './manifest.ts';
import { messageJson } from './messages.ts';
import { type Channel, freshId, installationOf, type Message, type World } from './state.ts';

export type Events = {
  /**
   * Tells the app of an event if it subscribed to it and may have it. `subscription` is the name in the manifest
   * where it differs from the event's type (`message.channels`).
   */
  emit(event: Json, team: string, subscription?: string): Delivery | null;
  /** What a new message of a person sets off: `message.*` and, where the bot is named, `app_mention`. */
  message(message: Message, channel: Channel): readonly Delivery[];
};

export function createEvents(world: World, deliveries: () => Deliveries): Events {
  function emit(event: Json, team: string, subscription = String(event.type)): Delivery | null {
    const installation = installationOf(world, team);
    if (installation === undefined || installation.state === 'inactive') return null;
    if (!isSubscribed(world.app.manifest, subscription, installation.scopes)) return null;
    const seconds = Math.floor(world.clock().getTime() / 1000);
    return deliveries().deliver('events_api', {
      token: world.app.verificationToken,
      team_id: team,
      context_team_id: team,
      context_enterprise_id: null,
      api_app_id: world.app.id,
      event: { event_ts: `${seconds}.000000`, ...event },
      type: 'event_callback',
      event_id: freshId('Ev'),
      event_time: seconds,
      authorizations: [
        {
          enterprise_id: null,
          team_id: team,
          user_id: installation.botUser,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: freshId('4-'),
    });
  }

  const NAMES = {
    public: ['message.channels', 'channel'],
    private: ['message.groups', 'group'],
    im: ['message.im', 'im'],
  } as const;

  return {
    emit,
    message: (message, channel) => {
      const installation = installationOf(world, message.team);
      // Not in the conversation: hears nothing of it.
      if (installation === undefined || !channel.members.has(installation.botUser)) return [];
      const [subscription, channelType] = NAMES[channel.kind];
      const base = {
        ...messageJson(world, message),
        channel: channel.id,
        event_ts: message.ts,
      };
      const told = [emit({ ...base, channel_type: channelType }, message.team, subscription)];
      // "Messages sent to your app in direct message conversations are not dispatched via app_mention":
      // https://docs.slack.dev/reference/events/app_mention
      if (channel.kind !== 'im' && message.text.includes(`<@${installation.botUser}`)) {
        told.push(emit({ ...base, type: 'app_mention' }, message.team));
      }
      return told.filter((one) => one !== null);
    },
  };
}
