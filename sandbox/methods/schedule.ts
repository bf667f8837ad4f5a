import { tellMessage } from '../changes/messages.ts';
import { botIsMember } from '../state/people.ts';
import { postAsBot } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel } from '../state/types.ts';
import { CONTENT, REPLY } from './chat.ts';
import { readContent, threadRoot } from './content.ts';
import { type Args, type MethodTable, SlackError } from './method.ts';
import { page } from './page.ts';
import { knownChannel, namedChannel, postableChannel } from './places.ts';

const FURTHEST_S = 120 * 24 * 3600;
const WINDOW_S = 300;
const MOST_IN_WINDOW = 30;
/** A message about to be posted can no longer be deleted. */
const TOO_LATE_S = 60;

export const schedule: MethodTable = {
  'chat.scheduleMessage': {
    tier: '3',
    scope: 'chat:write',
    required: ['channel', 'post_at'],
    optional: [...CONTENT, ...REPLY, 'as_user'],
    run(slack, args) {
      const channel = postableChannel(slack, namedChannel(slack, args.must('channel')));
      const content = readContent(slack, args, 'chat.postMessage');
      const post_at = readTime(slack, args, channel);
      const thread_ts = threadRoot(slack, channel, args.text('thread_ts'));
      const id = slack.ids.next('Q');
      const date_created = Math.floor(slack.clock.now() / 1000);
      const message = { ...content, channel: channel.id, thread_ts };
      slack.scheduled.add({ id, post_at, date_created, message });
      slack.clock.after(post_at * 1000 - slack.clock.now(), () => postNow(slack, id));
      const { bot_id, bot_user_id: user } = slack.app;
      return {
        channel: channel.id,
        scheduled_message_id: id,
        post_at,
        message: { type: 'delayed_message', text: content.text, user, bot_id, team: slack.workspace.team.id },
      };
    },
  },
  'chat.deleteScheduledMessage': {
    tier: '3',
    scope: 'chat:write',
    required: ['channel', 'scheduled_message_id'],
    optional: ['as_user'],
    run(slack, args) {
      const channel = knownChannel(slack, args.must('channel'));
      const id = args.must('scheduled_message_id');
      const found = slack.scheduled.get(id);
      const late = found && found.post_at - slack.clock.now() / 1000 < TOO_LATE_S;
      if (found?.message.channel !== channel.id || late) throw new SlackError('invalid_scheduled_message_id');
      slack.scheduled.take(id);
      return {};
    },
  },
  'chat.scheduledMessages.list': {
    tier: '3',
    optional: ['channel', 'cursor', 'latest', 'limit', 'oldest'],
    run(slack, args) {
      const channel = args.text('channel');
      const [oldest, latest] = [
        args.number('oldest') ?? 0,
        args.number('latest') ?? Number.POSITIVE_INFINITY,
      ];
      const wanted = slack.scheduled
        .all()
        .filter((s) => (channel ?? s.message.channel) === s.message.channel)
        .filter((s) => s.post_at >= oldest && s.post_at <= latest);
      const { slice, next_cursor } = page(args, wanted, (s) => s.id);
      return {
        scheduled_messages: slice.map(({ id, post_at, date_created, message }) => ({
          id,
          channel_id: message.channel,
          post_at,
          date_created,
          text: message.text,
        })),
        response_metadata: { next_cursor },
      };
    },
  },
};

function readTime(slack: Slack, args: Args, channel: Channel): number {
  if (!/^\d+$/.test(args.must('post_at'))) throw new SlackError('invalid_time');
  const at = Number(args.must('post_at'));
  const now = slack.clock.now() / 1000;
  if (at <= now) throw new SlackError('time_in_past');
  if (at > now + FURTHEST_S) throw new SlackError('time_too_far');
  const near = slack.scheduled
    .all()
    .filter((s) => s.message.channel === channel.id && Math.abs(s.post_at - at) < WINDOW_S);
  if (near.length >= MOST_IN_WINDOW) throw new SlackError('restricted_too_many');
  return at;
}

function postNow(slack: Slack, id: string): void {
  const message = slack.scheduled.take(id)?.message;
  if (!message) return;
  const channel = slack.channels.get(message.channel);
  if (!channel || channel.is_archived || !botIsMember(slack, channel)) {
    slack.journal.problem('scheduled_unsent', 'chat.scheduleMessage', 'the bot can no longer post there');
  } else if (message.metadata) {
    // Slack's reference has a bug alert: such a message never appears.
    slack.journal.problem('scheduled_unsent', 'chat.scheduleMessage', 'it carries metadata');
  } else void tellMessage(slack, postAsBot(slack, message));
}
