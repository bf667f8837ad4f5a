import { joinChannel } from '../../changes/channels.ts';
import { channelJson } from '../../state/channel-json.ts';
import type { Slack } from '../../state/slack.ts';
import type { Channel } from '../../state/types.ts';
import { type MethodTable, SlackError } from '../method.ts';
import { openChannel } from '../places.ts';

const MOST_INVITED = 1_000;

export const invite: MethodTable = {
  'conversations.invite': {
    tier: '3',
    required: ['channel', 'users'],
    optional: ['force'],
    run(slack, args) {
      const channel = openChannel(slack, args.must('channel'), 'write.invites');
      const ids = args
        .must('users')
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '');
      if (ids.length === 0) throw new SlackError('no_user');
      if (ids.length > MOST_INVITED) throw new SlackError('limit_exceeded');
      const errors = ids.flatMap((user) => {
        const error = refusal(slack, channel, user);
        return error ? [{ ok: false, error, user }] : [];
      });
      const first = errors[0];
      // One person who cannot be invited stops the whole invitation, unless `force` is set.
      if (first && !(args.flag('force') && errors.length < ids.length))
        throw new SlackError(first.error, { errors });
      const refused = new Set(errors.map((e) => e.user));
      for (const id of ids) {
        if (!refused.has(id)) void joinChannel(slack, channel, id, slack.app.bot_user_id);
      }
      return { channel: channelJson(slack, channel), ...(errors.length > 0 ? { errors } : {}) };
    },
  },
};

function refusal(slack: Slack, channel: Channel, id: string): string | undefined {
  if (id === slack.app.bot_user_id) return 'cant_invite_self';
  const member = slack.members.get(id);
  if (!member) return 'user_not_found';
  if (member.deleted) return 'cant_invite';
  if (channel.members.has(id)) return 'already_in_channel';
  const elsewhere = [...slack.channels.values()].some(
    (c) => c.members.has(id) && c.kind !== 'im' && !c.is_archived,
  );
  if (member.is_ultra_restricted && elsewhere) return 'ura_max_channels';
  return undefined;
}
