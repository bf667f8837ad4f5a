import type { Ack } from '../delivery/envelope.ts';
import { messageJson } from '../state/message-json.ts';
import { botIsMember } from '../state/people.ts';
import { changed } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Json, Message } from '../state/types.ts';

const SUBSCRIPTION = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
} as const;
const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' };

/** Sends the app's event for a message in its channels, including its own messages. Ephemeral ones cause none. */

export async function tellMessage(slack: Slack, message: Message, more: Json = {}): Promise<Ack | undefined> {
  const { team: _team, ...shown } = messageJson(slack, message);
  return tell(slack, message, { ...shown, ...more, event_ts: message.ts });
}

export async function editMessage(
  slack: Slack,
  message: Message,
  edit: (message: Message) => void,
): Promise<Ack | undefined> {
  const previous_message = messageJson(slack, message);
  edit(message);
  delete message.held;
  changed(slack, message);
  const ts = slack.ids.ts();
  return tell(slack, message, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: messageJson(slack, message),
    previous_message,
    ts,
    event_ts: ts,
  });
}

export async function deleteMessage(slack: Slack, message: Message): Promise<Ack | undefined> {
  const previous_message = messageJson(slack, message);
  slack.messages.remove(message);
  changed(slack, message);
  const ts = slack.ids.ts();
  return tell(slack, message, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message,
    ts,
    event_ts: ts,
  });
}

export function heardChannel(slack: Slack, message: Message): Channel | undefined {
  const channel = slack.channels.get(message.channel);
  return channel && message.only_for === undefined && botIsMember(slack, channel) ? channel : undefined;
}

async function tell(slack: Slack, about: Message, event: Json): Promise<Ack | undefined> {
  const channel = heardChannel(slack, about);
  if (!channel) return undefined;
  const whole = { ...event, type: 'message', channel: channel.id, channel_type: CHANNEL_TYPE[channel.kind] };
  return slack.delivery.event(whole, SUBSCRIPTION[channel.kind], channel.is_ext_shared);
}
