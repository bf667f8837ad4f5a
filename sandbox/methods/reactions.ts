import { addReaction, hasReacted, removeReaction } from '../changes/reactions.ts';
import { messageJson } from '../state/message-json.ts';
import { type Args, type MethodTable, SlackError } from './method.ts';
import { lastingMessage } from './places.ts';

const MOST_EMOJI = 23;
const EMOJI = /^[\p{Ll}\p{N}_+'-]+(::skin-tone-[2-6])?$/u;

export const reactions: MethodTable = {
  'reactions.add': {
    tier: '3',
    scope: 'reactions:write',
    required: ['channel', 'timestamp', 'name'],
    run(slack, args) {
      const message = lastingMessage(slack, args.must('channel'), args.must('timestamp'));
      if (slack.channels.get(message.channel)?.is_archived) throw new SlackError('is_archived');
      const name = emoji(args);
      if (hasReacted(message, slack.app.bot_user_id, name)) throw new SlackError('already_reacted');
      const known = message.reactions ?? [];
      if (known.length >= MOST_EMOJI && !known.some((r) => r.name === name))
        throw new SlackError('too_many_emoji');
      void addReaction(slack, message, slack.app.bot_user_id, name);
      return {};
    },
  },
  'reactions.remove': {
    tier: '2',
    scope: 'reactions:write',
    required: ['channel', 'timestamp', 'name'],
    optional: ['file', 'file_comment'],
    run(slack, args) {
      const message = lastingMessage(slack, args.must('channel'), args.must('timestamp'));
      const name = emoji(args);
      if (!hasReacted(message, slack.app.bot_user_id, name)) throw new SlackError('no_reaction');
      void removeReaction(slack, message, slack.app.bot_user_id, name);
      return {};
    },
  },
  'reactions.get': {
    tier: '3',
    scope: 'reactions:read',
    required: ['channel', 'timestamp'],
    optional: ['full', 'file', 'file_comment'],
    run(slack, args) {
      const message = lastingMessage(slack, args.must('channel'), args.must('timestamp'));
      return { type: 'message', channel: message.channel, message: messageJson(slack, message) };
    },
  },
};

function emoji(args: Args): string {
  const name = args.must('name');
  if (!EMOJI.test(name)) throw new SlackError('invalid_name');
  return name;
}
