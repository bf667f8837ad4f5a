import type { Slack } from './slack.ts';
import type { Channel, Message, Notification } from './types.ts';

/**
 * Records who is notified of a new message, and why. Edits and ephemeral messages notify nobody. In a message with
 * blocks only their mentions count.
 */
export function notify(slack: Slack, message: Message): void {
  const channel = slack.channels.get(message.channel);
  if (!channel || message.only_for !== undefined) return;
  for (const id of channel.members) {
    const member = slack.members.get(id);
    if (!member || member.deleted || member.is_bot || id === message.user) continue;
    const why = reason(slack, channel, message, id);
    if (!why) continue;
    const { ts, text } = message;
    slack.notifications.push({ user: id, channel: channel.id, ts, text, why, silent: member.dnd });
  }
}

function reason(
  slack: Slack,
  channel: Channel,
  message: Message,
  id: string,
): Notification['why'] | undefined {
  if (channel.kind === 'im' || channel.kind === 'mpim') return 'direct_message';
  const said = message.blocks ? JSON.stringify(message.blocks) : message.text;
  if (new RegExp(`<@${id}[|>]|"user_id":"${id}"`).test(said)) return 'mention';
  const groups = [...slack.usergroups.values()].filter((g) => g.users.includes(id));
  if (groups.some((g) => new RegExp(`<!subteam\\^${g.id}[|>]|"usergroup_id":"${g.id}"`).test(said)))
    return 'group_mention';
  const here = slack.members.get(id)?.presence === 'active' ? '|here' : '';
  if (new RegExp(`<!(channel|everyone${here})[|>]|"range":"(channel|everyone${here})"`).test(said))
    return 'channel_mention';
  return inThread(slack, message, id) ? 'thread_reply' : undefined;
}

/** Everybody who began a thread or wrote in it follows it. */
function inThread(slack: Slack, message: Message, id: string): boolean {
  if (message.thread_ts === undefined) return false;
  const root = slack.messages.get(message.channel, message.thread_ts);
  return (
    root?.user === id || slack.messages.replies(message.channel, message.thread_ts).some((r) => r.user === id)
  );
}
