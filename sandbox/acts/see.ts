import type { Overview, SeenFile, SeenMessage, SeenView } from '../control/types.ts';
import { botDisplayName, botIsMember, directMessage } from '../state/people.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Json, Member, Message, Notice, View } from '../state/types.ts';
import { warningsAbout } from '../warnings.ts';
import { actor, conversation } from './act.ts';
import { isShownTo } from './target.ts';

/** The messages of a conversation as this member sees them, replies under their threads; or only these messages. */
export function seenMessages(slack: Slack, user: string, channelId: string, only?: string[]): SeenMessage[] {
  const member = actor(slack, user);
  const channel = conversation(slack, member, channelId);
  const visible = slack.messages.in(channel.id).filter((m) => isShownTo(m, member));
  const replies = new Map<string, Message[]>();
  for (const m of visible) {
    if (!m.thread_ts || m.thread_ts === m.ts) continue;
    const thread = replies.get(m.thread_ts);
    if (thread) thread.push(m);
    else replies.set(m.thread_ts, [m]);
  }
  const threads = only && new Set(only.map((ts) => slack.messages.get(channel.id, ts)?.thread_ts ?? ts));
  const top = visible.filter(
    (m) =>
      (!m.thread_ts || m.thread_ts === m.ts || m.reply_broadcast) &&
      (!threads || threads.has(m.thread_ts ?? m.ts)),
  );
  return top.map((m) => ({
    ...seen(slack, member, m),
    replies: (replies.get(m.ts) ?? []).map((r) => seen(slack, member, r)),
  }));
}

function seen(slack: Slack, member: Member, m: Message): SeenMessage {
  const author = slack.members.get(m.user);
  return {
    ts: m.ts,
    channel: m.channel,
    user: m.user,
    username: author?.display_name ?? m.user,
    is_bot: m.bot_id !== undefined,
    text: m.text,
    ...(m.blocks ? { blocks: m.blocks } : {}),
    ...(m.attachments ? { attachments: m.attachments } : {}),
    ...(m.thread_ts ? { thread_ts: m.thread_ts } : {}),
    reply_broadcast: m.reply_broadcast === true,
    edited: m.edited !== undefined,
    pinned: m.pinned === true,
    reactions: m.reactions ?? [],
    values: m.held?.get(member.id) ?? {},
    files: (m.files ?? []).flatMap((id) => seenFile(slack, id)),
    streaming: m.stream !== undefined,
    ...(m.assistant ? { assistant: m.assistant } : {}),
    ephemeral: m.only_for !== undefined,
    replies: [],
  };
}

function seenFile(slack: Slack, id: string): SeenFile[] {
  const file = slack.files.get(id);
  if (!file || file.stage === 'deleted') return [];
  const { name, title, mimetype, size, alt_txt } = file;
  return [{ id, name, title, mimetype, size, alt_txt, url: `${slack.origin}/control/files/${id}` }];
}

export function seenViews(slack: Slack, user: string): SeenView[] {
  return (slack.modals.get(actor(slack, user).id) ?? []).map(seenView);
}

export function seenHome(slack: Slack, user: string): SeenView | null {
  const home = slack.homes.get(actor(slack, user).id);
  return home ? seenView(home) : null;
}

export function seenNotices(slack: Slack, user: string): Notice[] {
  return slack.notices.filter((n) => n.user === user);
}

function seenView(view: View): SeenView {
  const { id, type, callback_id, private_metadata, blocks, values, errors } = view;
  const submit = words(view.submit);
  const close = words(view.close);
  return {
    id,
    type,
    callback_id,
    private_metadata,
    title: words(view.title),
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    ...(view.notice ? { notice: view.notice } : {}),
    blocks,
    values,
    errors,
  };
}

function words(text: Json | null | undefined): string {
  return String(text?.text ?? '');
}

/** The workspace as a member finds it when the page opens. */
export function overview(slack: Slack, user: string, delivery: 'socket' | 'http'): Overview {
  const { manifest, workspace, app, clock } = slack;
  const member = actor(slack, user);
  directMessage(slack, member);
  return {
    team: workspace.team,
    bot: {
      user_id: app.bot_user_id,
      name: botDisplayName(slack),
      description: manifest.display_information.description,
    },
    members: [...slack.members.values()],
    titles: Object.fromEntries(slack.titles),
    // Their conversation with the app comes before those with other people.
    channels: [...slack.channels.values()]
      .filter((c) => c.members.has(user))
      .sort((a, b) => Number(botsOwn(slack, b)) - Number(botsOwn(slack, a)))
      .map((c) => seenChannel(slack, member, c)),
    commands: manifest.features.slash_commands,
    shortcuts: manifest.features.shortcuts,
    home_tab: manifest.features.app_home.home_tab_enabled,
    messages_tab: manifest.features.app_home.messages_tab_enabled,
    connections: slack.delivery.socketMode.connections,
    rate_limits: slack.rates.on,
    delivery,
    warnings: warningsAbout(manifest, delivery),
    now: clock.now(),
  };
}

function botsOwn(slack: Slack, channel: Channel): boolean {
  return channel.kind === 'im' && botIsMember(slack, channel);
}

function seenChannel(slack: Slack, member: Member, channel: Channel): Overview['channels'][number] {
  const notified = slack.notifications.findLast(
    (n) => n.user === member.id && n.channel === channel.id && !n.silent,
  );
  const latest = slack.messages.in(channel.id).findLast((m) => isShownTo(m, member) && m.user !== member.id);
  return {
    id: channel.id,
    name: channel.name,
    kind: channel.kind,
    members: [...channel.members],
    with: [...channel.members].filter((id) => id !== member.id),
    is_ext_shared: channel.is_ext_shared,
    is_archived: channel.is_archived,
    bot_is_member: botIsMember(slack, channel),
    latest: latest?.ts ?? '0',
    notified: notified?.ts ?? '0',
  };
}
