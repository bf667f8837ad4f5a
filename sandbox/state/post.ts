import { botDisplayName } from './people.ts';
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
}

const MOST_TEXT = 40_000;

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
  if (input.blocks) message.blocks = withBlockIds(slack, input.blocks);
  if (input.attachments) message.attachments = input.attachments;
  if (input.thread_ts) message.thread_ts = input.thread_ts;
  if (input.reply_broadcast) message.reply_broadcast = true;
  if (input.metadata) message.metadata = input.metadata;
  if (input.only_for) {
    message.only_for = input.only_for;
    // In a thread nobody has replied to yet Slack accepts an ephemeral and shows it to nobody.
    const asleep = input.thread_ts && slack.messages.replies(input.channel, input.thread_ts).length === 0;
    if (asleep) message.unseen = true;
  }
  slack.messages.add(message);
  slack.feed.announce({ type: 'message', channel: message.channel, ts: message.ts });
  return message;
}

export function changed(slack: Slack, message: Message): void {
  slack.feed.announce({ type: 'message', channel: message.channel, ts: message.ts });
}

export function noticeTo(slack: Slack, user: string, channel: string, text: string): void {
  slack.notices.push({ ts: slack.ids.ts(), user, channel, text });
  slack.feed.announce({ type: 'notice', user, channel });
}

/** Slack names the blocks and elements that the app left unnamed. */
export function withBlockIds(slack: Slack, blocks: Json[]): Json[] {
  return structuredClone(blocks).map((block) => {
    block.block_id ??= slack.ids.next('b').toLowerCase();
    for (const element of elementsOf(block)) {
      if (element.type !== 'image' && element.type !== 'mrkdwn' && element.type !== 'plain_text') {
        element.action_id ??= slack.ids.next('a').toLowerCase();
      }
    }
    return block;
  });
}

/** The elements of a block that a member can act on or that stand in it. */
export function elementsOf(block: Json): Json[] {
  if (block.type === 'section') return block.accessory ? [block.accessory as Json] : [];
  if (block.type === 'input') return block.element ? [block.element as Json] : [];
  return block.type === 'actions' ? (block.elements as Json[]) : [];
}

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
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
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
