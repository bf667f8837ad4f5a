import type { SaidResult } from '../control/types.ts';
import type { Ack } from '../delivery/envelope.ts';
import { encodeTyped } from '../state/encode.ts';
import { botIsMember, directMessage } from '../state/people.ts';
import { noticeTo, postAsMember } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Json } from '../state/types.ts';
import { ActError, actor, conversation } from './act.ts';

export interface SayAct {
  user: string;
  channel: string;
  text: string;
  thread_ts?: string | undefined;
}

const SUBSCRIPTION = { public: 'message.channels', private: 'message.groups', im: 'message.im' };

/** A member writes a message. Resolves when the events it causes were acknowledged (or their first attempt failed). */
export async function say(slack: Slack, act: SayAct): Promise<SaidResult> {
  const member = actor(slack, act.user);
  const channel = conversation(slack, member, act.channel);
  if (channel.is_archived) throw new ActError(`#${channel.name} is archived`);
  if (channel.kind === 'im') messagesTabIsOpen(slack);
  const root = act.thread_ts ? slack.messages.get(channel.id, act.thread_ts) : undefined;
  if (act.thread_ts && (!root || root.only_for))
    throw new ActError(`There is no message ${act.thread_ts} to reply to`);
  const text = encodeTyped(slack, act.text, 'message');
  const thread_ts = root ? (root.thread_ts ?? root.ts) : undefined;
  const message = postAsMember(slack, member.id, { channel: channel.id, text, thread_ts });
  const event: Json = {
    user: member.id,
    text,
    ts: message.ts,
    client_msg_id: slack.ids.secret(),
    team: member.team_id,
    channel: channel.id,
    event_ts: message.ts,
    ...(thread_ts ? { thread_ts } : {}),
    ...(member.team_id === slack.workspace.team.id
      ? {}
      : { user_team: member.team_id, source_team: member.team_id }),
  };
  const ack = await tellApp(slack, channel, event);
  const mentioned = text.includes(`<@${slack.app.bot_user_id}>`);
  if (mentioned && channel.kind !== 'im' && !botIsMember(slack, channel)) {
    const notice = `You mentioned the app, but it is not in #${channel.name}. Invite it first.`;
    noticeTo(slack, member.id, channel.id, notice);
    return { ts: message.ts, notice };
  }
  return { ts: message.ts, ...(ack ? { ack } : {}) };
}

async function tellApp(slack: Slack, channel: Channel, event: Json): Promise<Ack | undefined> {
  if (!botIsMember(slack, channel)) return undefined;
  const shared = channel.is_ext_shared;
  const channel_type = { public: 'channel', private: 'group', im: 'im' }[channel.kind];
  const mention = channel.kind !== 'im' && String(event.text).includes(`<@${slack.app.bot_user_id}>`);
  // Both go out at the same time, as with Slack: an app subscribed to both hears a mention twice.
  const sent = await Promise.all([
    slack.delivery.event({ type: 'message', ...event, channel_type }, SUBSCRIPTION[channel.kind], shared),
    mention ? slack.delivery.event({ type: 'app_mention', ...event }, 'app_mention', shared) : undefined,
  ]);
  return sent[1] ?? sent[0];
}

function messagesTabIsOpen(slack: Slack): void {
  const home = slack.manifest.features.app_home;
  if (!home.messages_tab_enabled) throw new ActError('The app has turned its Messages tab off');
  if (home.messages_tab_read_only_enabled) throw new ActError('The app’s Messages tab is read-only');
}

/** A member opens the app: its Home tab or its messages. */
export async function openHome(
  slack: Slack,
  user: string,
  tab: 'home' | 'messages',
  view?: Json,
): Promise<Ack | undefined> {
  const member = actor(slack, user);
  const channel = directMessage(slack, member);
  const event = {
    type: 'app_home_opened',
    user: member.id,
    channel: channel.id,
    tab,
    event_ts: slack.ids.ts(),
  };
  return slack.delivery.event(view && tab === 'home' ? { ...event, view } : event, 'app_home_opened');
}
