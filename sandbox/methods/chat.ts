import { deleteMessage, editMessage, tellMessage } from '../changes/messages.ts';
import { withAttachedIds, withBlockIds } from '../state/elements.ts';
import { messageJson } from '../state/message-json.ts';
import { postAsBot, shareFiles } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Message } from '../state/types.ts';
import { cutWarning, readContent, threadRoot } from './content.ts';
import { type Args, type MethodTable, needScope, SlackError } from './method.ts';
import { knownChannel, namedChannel, postableChannel } from './places.ts';

const SAID = ['text', 'markdown_text', 'blocks', 'attachments', 'parse', 'link_names'];
export const CONTENT = [...SAID, 'metadata'];
export const REPLY = ['thread_ts', 'reply_broadcast', 'unfurl_links', 'unfurl_media'];
const LOOK = ['username', 'icon_emoji', 'icon_url', 'as_user'];

export const chat: MethodTable = {
  'chat.postMessage': {
    tier: 'special',
    oncePerSecondIn: 'channel',
    scope: 'chat:write',
    required: ['channel'],
    optional: [...CONTENT, ...LOOK, ...REPLY, 'mrkdwn', 'current_draft_last_updated_ts'],
    run(slack, args) {
      customLook(slack, args);
      const channel = postableChannel(slack, namedChannel(slack, args.must('channel')));
      const content = readContent(slack, args, 'chat.postMessage');
      const thread_ts = threadRoot(slack, channel, args.text('thread_ts'));
      const reply_broadcast = thread_ts !== undefined && args.flag('reply_broadcast');
      const message = postAsBot(slack, { ...content, channel: channel.id, thread_ts, reply_broadcast });
      void tellMessage(slack, message);
      const posted = { channel: channel.id, ts: message.ts, message: messageJson(slack, message) };
      return { ...posted, ...cutWarning(content.text) };
    },
  },
  'chat.postEphemeral': {
    tier: '4',
    scope: 'chat:write',
    required: ['channel', 'user'],
    optional: [...SAID, ...LOOK, 'thread_ts'],
    run(slack, args) {
      customLook(slack, args);
      const channel = postableChannel(slack, namedChannel(slack, args.must('channel')));
      const content = readContent(slack, args, 'chat.postMessage');
      const user = args.must('user');
      if (!channel.members.has(user)) throw new SlackError('user_not_in_channel');
      const message = postAsBot(slack, {
        ...content,
        channel: channel.id,
        only_for: user,
        thread_ts: args.text('thread_ts'),
      });
      if (message.unseen) {
        slack.journal.problem(
          'ephemeral_unseen',
          'chat.postEphemeral',
          'thread_ts names a thread without replies: nobody sees it',
        );
      }
      return { message_ts: message.ts, ...cutWarning(content.text) };
    },
  },
  'chat.update': {
    tier: '3',
    scope: 'chat:write',
    required: ['channel', 'ts'],
    optional: [...CONTENT, 'as_user', 'reply_broadcast', 'file_ids', 'unfurled_attachments'],
    run(slack, args) {
      const message = ownMessage(slack, args, 'cant_update_message');
      const given = readContent(slack, args, 'chat.update');
      const says = (args.text('text') ?? args.text('markdown_text')) !== undefined;
      void editMessage(slack, message, () => {
        if (says) message.text = given.text;
        if (given.blocks) message.blocks = withBlockIds(slack, given.blocks);
        if (given.attachments) message.attachments = withAttachedIds(slack, given.attachments);
        if (given.metadata) message.metadata = given.metadata;
        message.edited = { user: slack.app.bot_user_id, ts: slack.ids.ts() };
        shareFiles(slack, message, []);
      });
      return {
        channel: message.channel,
        ts: message.ts,
        text: message.text,
        message: messageJson(slack, message),
      };
    },
  },
  'chat.delete': {
    tier: '3',
    scope: 'chat:write',
    required: ['channel', 'ts'],
    optional: ['as_user'],
    run(slack, args) {
      const message = ownMessage(slack, args, 'cant_delete_message');
      void deleteMessage(slack, message);
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    tier: 'special',
    required: ['channel', 'message_ts'],
    run(slack, args) {
      const channel = knownChannel(slack, args.must('channel'));
      const message = slack.messages.get(channel.id, args.must('message_ts'));
      if (!message || message.only_for) throw new SlackError('message_not_found');
      const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : '';
      return {
        channel: channel.id,
        permalink: `${slack.origin}/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`,
      };
    },
  },
};

/** A custom name or picture needs a scope that most apps lack. */
export function customLook(slack: Slack, args: Args): void {
  if (['username', 'icon_emoji', 'icon_url'].some((name) => args.text(name) !== undefined)) {
    needScope(slack, 'chat:write.customize');
  }
}

function ownMessage(slack: Slack, args: Args, notOurs: string): Message {
  const channel = knownChannel(slack, args.must('channel'));
  if (channel.is_archived) throw new SlackError('is_inactive');
  const message = slack.messages.get(channel.id, args.must('ts'));
  // An ephemeral message does not exist for the Web API.
  if (!message || message.only_for) throw new SlackError('message_not_found');
  if (message.bot_id !== slack.app.bot_id) throw new SlackError(notOurs);
  return message;
}
