import { withAttachedIds, withBlockIds } from './elements.ts';
import type { SlackFile } from './files.ts';
import { notify } from './notifications.ts';
import { pictures } from './pictures.ts';
import type { Slack } from './slack.ts';
import type { Json, Message } from './types.ts';

export interface NewMessage {
  channel: string;
  text: string;
  blocks?: Json[] | undefined;
  attachments?: Json[] | undefined;
  thread_ts?: string | undefined;
  reply_broadcast?: boolean | undefined;
  metadata?: Json | undefined;
  only_for?: string | undefined;
  files?: SlackFile[] | undefined;
}

export const MOST_TEXT = 40_000;

export function postAsBot(slack: Slack, message: NewMessage): Message {
  return add(slack, message, slack.app.bot_user_id, slack.app.bot_id);
}

export function postAsMember(slack: Slack, user: string, message: NewMessage): Message {
  return add(slack, message, user);
}

function add(slack: Slack, input: NewMessage, user: string, botId?: string): Message {
  const message: Message = {
    ts: slack.ids.ts(),
    channel: input.channel,
    user,
    text: input.text.slice(0, MOST_TEXT),
  };
  if (botId) message.bot_id = botId;
  if (botId && input.text.length > MOST_TEXT)
    slack.journal.problem('message_truncated', 'a message', `the text is cut at ${MOST_TEXT} characters`);
  if (input.blocks) message.blocks = withBlockIds(slack, input.blocks);
  if (input.attachments) message.attachments = withAttachedIds(slack, input.attachments);
  if (input.thread_ts) message.thread_ts = input.thread_ts;
  if (input.reply_broadcast) message.reply_broadcast = true;
  if (input.metadata) message.metadata = input.metadata;
  if (input.files?.length) message.files = input.files.map((f) => f.id);
  if (input.only_for) {
    message.only_for = input.only_for;
    // In a thread without replies Slack accepts an ephemeral message and shows it to nobody.
    const asleep = input.thread_ts && slack.messages.replies(input.channel, input.thread_ts).length === 0;
    if (asleep) message.unseen = true;
  }
  shareFiles(slack, message, input.files ?? []);
  slack.messages.add(message);
  // An answer ends the "is thinking" of its thread.
  const root = input.thread_ts ? slack.messages.get(input.channel, input.thread_ts) : undefined;
  if (botId && root?.assistant) root.assistant.status = '';
  notify(slack, message);
  slack.feed.announce({ type: 'message', channel: message.channel, ts: message.ts });
  return message;
}

/** Shows a message's files to its readers. An ephemeral one does not: its pictures stay private to the bot. */
export function shareFiles(slack: Slack, message: Message, files: SlackFile[]): void {
  const shown = pictures(slack, message.blocks).flatMap(({ file }) => file ?? []);
  if (message.only_for === undefined) {
    for (const file of [...files, ...shown]) file.channels.add(message.channel);
  } else if (shown.some((file) => !file.channels.has(message.channel))) {
    const why = 'the file was never shared in that channel: nobody sees the picture';
    slack.journal.problem('picture_unseen', 'an ephemeral message', why);
  }
}

export function changed(slack: Slack, message: Message): void {
  slack.feed.announce({ type: 'message', channel: message.channel, ts: message.ts });
}

export function noticeTo(slack: Slack, user: string, channel: string, text: string): void {
  slack.notices.push({ ts: slack.ids.ts(), user, channel, text });
  slack.feed.announce({ type: 'notice', user, channel });
}
