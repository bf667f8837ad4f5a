import type { Slack } from './slack.ts';
import type { Channel, Json } from './types.ts';

/** A conversation as `conversations.info` and the events show it to the bot. */
export function channelJson(slack: Slack, channel: Channel): Json {
  const { kind } = channel;
  const named = kind !== 'im';
  return {
    id: channel.id,
    ...(named ? { name: channel.name, name_normalized: channel.name } : { user: channel.user }),
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: kind === 'im',
    is_mpim: kind === 'mpim',
    is_private: kind !== 'public',
    is_archived: channel.is_archived,
    is_general: channel.name === 'general',
    is_shared: channel.is_ext_shared,
    is_ext_shared: channel.is_ext_shared,
    is_org_shared: false,
    is_member: channel.members.has(slack.app.bot_user_id),
    created: channel.created,
    creator: channel.creator,
    context_team_id: slack.workspace.team.id,
    ...(named ? { topic: headline(channel.topic), purpose: headline(channel.purpose) } : {}),
  };
}

function headline(value: string): Json {
  return { value, creator: '', last_set: 0 };
}
