import { heardChannel, tellMessage } from '../changes/messages.ts';
import type { SaidResult, UploadedFile } from '../control/types.ts';
import type { Ack } from '../delivery/envelope.ts';
import { encodeTyped } from '../state/encode.ts';
import { botIsMember, directMessage } from '../state/people.ts';
import { noticeTo, postAsMember } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Json, Member, Message } from '../state/types.ts';
import { ActError, actor, conversation } from './act.ts';
import { readUpload, tellOfFiles } from './files.ts';
import { tellOfLinks } from './links.ts';

export interface SayAct {
  user: string;
  channel: string;
  text: string;
  thread_ts?: string | undefined;
  /** Files dropped into the message. */
  files?: UploadedFile[] | undefined;
}

/** A member writes a message. Resolves when its events were acknowledged, or their first attempt failed. */
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
  const files = (act.files ?? []).map((f) => slack.files.store({ ...readUpload(f), user: member.id }));
  if (text === '' && files.length === 0) throw new ActError('An empty message cannot be sent');
  const message = postAsMember(slack, member.id, { channel: channel.id, text, thread_ts, files });
  const ack = await tellApp(slack, channel, member, message);
  await tellOfLinks(slack, channel, message);
  await tellOfFiles(slack, channel, message);
  const mentioned = text.includes(`<@${slack.app.bot_user_id}>`);
  if (mentioned && channel.kind !== 'im' && !botIsMember(slack, channel)) {
    const notice = `You mentioned the app, but it is not in #${channel.name}. Invite it first.`;
    noticeTo(slack, member.id, channel.id, notice);
    return { ts: message.ts, notice };
  }
  return { ts: message.ts, ...(ack ? { ack } : {}) };
}

async function tellApp(slack: Slack, channel: Channel, member: Member, message: Message) {
  const away = member.team_id !== slack.workspace.team.id;
  const origin: Json = {
    ...(message.files ? { subtype: 'file_share', upload: false } : {}),
    client_msg_id: slack.ids.secret(),
    team: member.team_id,
    ...(away ? { user_team: member.team_id, source_team: member.team_id } : {}),
  };
  const mention = channel.kind !== 'im' && message.text.includes(`<@${slack.app.bot_user_id}>`);
  // Sent at the same time, as in Slack: an app subscribed to both receives a mention twice.
  const sent = await Promise.all([
    tellMessage(slack, message, origin),
    mention && heardChannel(slack, message) ? tellMention(slack, channel, message, origin) : undefined,
  ]);
  return sent[1] ?? sent[0];
}

async function tellMention(slack: Slack, channel: Channel, message: Message, origin: Json) {
  const { user, text, ts, thread_ts } = message;
  const event = { type: 'app_mention', user, text, ts, ...origin, channel: channel.id, event_ts: ts };
  const whole = thread_ts ? { ...event, thread_ts } : event;
  return slack.delivery.event(whole, 'app_mention', channel.is_ext_shared);
}

function messagesTabIsOpen(slack: Slack): void {
  const home = slack.manifest.features.app_home;
  if (!home.messages_tab_enabled) throw new ActError('The app has turned off its Messages tab');
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
