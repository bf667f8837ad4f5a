import { messageJson } from '../state/message-json.ts';
import { changed } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Message } from '../state/types.ts';
import { type MethodTable, SlackError } from './method.ts';
import { knownChannel, lastingMessage } from './places.ts';

const MOST_PINS = 100;

export const pins: MethodTable = {
  'pins.add': {
    tier: '2',
    scope: 'pins:write',
    required: ['channel', 'timestamp'],
    run(slack, args) {
      const message = lastingMessage(slack, args.must('channel'), args.must('timestamp'));
      if (message.pinned) throw new SlackError('already_pinned');
      if (pinnedIn(slack, message.channel).length >= MOST_PINS) throw new SlackError('too_many_pins');
      return pin(slack, message, true);
    },
  },
  'pins.remove': {
    tier: '2',
    scope: 'pins:write',
    required: ['channel', 'timestamp'],
    run(slack, args) {
      const message = lastingMessage(slack, args.must('channel'), args.must('timestamp'));
      if (!message.pinned) throw new SlackError('no_pin');
      return pin(slack, message, false);
    },
  },
  'pins.list': {
    tier: '2',
    scope: 'pins:read',
    required: ['channel'],
    run(slack, args) {
      const channel = knownChannel(slack, args.must('channel'));
      if (!channel.members.has(slack.app.bot_user_id)) throw new SlackError('not_in_channel');
      const items = pinnedIn(slack, channel.id).map((m) => ({
        type: 'message',
        channel: channel.id,
        message: messageJson(slack, m),
      }));
      return { items };
    },
  },
};

function pinnedIn(slack: Slack, channel: string): Message[] {
  return slack.messages.in(channel).filter((m) => m.pinned);
}

function pin(slack: Slack, message: Message, pinned: boolean) {
  message.pinned = pinned;
  changed(slack, message);
  return {};
}
