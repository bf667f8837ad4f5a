import { fileJson } from './file-json.ts';
import { botDisplayName } from './people.ts';
import type { Slack } from './slack.ts';
import type { Json, Message } from './types.ts';

/** A message as the Web API and the payloads show it. */
export function messageJson(slack: Slack, message: Message): Json {
  const bot = message.bot_id !== undefined;
  const replies = message.only_for === undefined ? slack.messages.replies(message.channel, message.ts) : [];
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    team: slack.workspace.team.id,
    text: message.text,
    ...(bot ? { bot_id: message.bot_id, app_id: slack.app.app_id, bot_profile: botProfile(slack) } : {}),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(message.files ? { files: filesJson(slack, message.files) } : {}),
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.pinned ? { pinned_to: [message.channel] } : {}),
    ...(message.reactions?.length
      ? { reactions: message.reactions.map((r) => ({ ...r, count: r.users.length })) }
      : {}),
    ...(message.reply_broadcast ? { subtype: 'thread_broadcast' } : {}),
    ...(replies.length > 0
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((r) => r.user))],
          latest_reply: replies.at(-1)?.ts,
        }
      : {}),
  };
}

function filesJson(slack: Slack, ids: string[]): Json[] {
  return ids.map((id) => {
    const file = slack.files.get(id);
    return file && file.stage !== 'deleted' ? fileJson(slack, file) : { id, mode: 'tombstone' };
  });
}

export function botProfile(slack: Slack): Json {
  return {
    id: slack.app.bot_id,
    app_id: slack.app.app_id,
    user_id: slack.app.bot_user_id,
    name: botDisplayName(slack),
    deleted: false,
    updated: 0,
    team_id: slack.workspace.team.id,
    icons: {},
  };
}
