import type { PressTarget } from '../control/types.ts';
import { allBlocks, elementsOf, flatBlocks } from '../state/elements.ts';
import { messageJson } from '../state/message-json.ts';
import type { Slack } from '../state/slack.ts';
import type { Channel, Json, Member, Message, View } from '../state/types.ts';
import { ActError, conversation, payloadName } from './act.ts';

interface Found {
  block: Json;
  element: Json;
}
export interface MessageTarget extends Found {
  channel: Channel;
  message: Message;
}
export interface ViewTarget extends Found {
  view: View;
}

export function inMessage(slack: Slack, member: Member, act: PressTarget): MessageTarget {
  const channel = conversation(slack, member, act.channel ?? '');
  const message = slack.messages.get(channel.id, act.ts ?? '');
  if (!message || !isShownTo(message, member))
    throw new ActError(`${member.display_name} sees no message ${act.ts ?? ''} there`);
  return { channel, message, ...find(allBlocks(message), act) };
}

export function inView(slack: Slack, member: Member, act: PressTarget): ViewTarget {
  const view = act.view === 'home' ? slack.homes.get(member.id) : topModal(slack, member, act.view ?? '');
  if (!view) throw new ActError(`${member.display_name} has no App Home yet`);
  return { view, ...find(view.blocks, act) };
}

/**
 * The payload's description of the message in which a member acted. Slack leaves out an ephemeral one, and names the
 * attachment that the element is in.
 */
export function messagePlace(slack: Slack, { channel, message, block }: MessageTarget): Json {
  const is_ephemeral = message.only_for !== undefined;
  const thread = message.thread_ts ? { thread_ts: message.thread_ts } : {};
  const place = { message_ts: message.ts, channel_id: channel.id, is_ephemeral, ...thread };
  return {
    container: { type: 'message', ...place },
    ...inAttachment(message, block, place),
    channel: { id: channel.id, name: payloadName(channel) },
    ...(is_ephemeral ? {} : { message: messageJson(slack, message) }),
  };
}

function inAttachment(message: Message, block: Json, place: Json): Json {
  const attachments = message.attachments ?? [];
  const at = attachments.findIndex((one) => flatBlocks((one.blocks ?? []) as Json[]).includes(block));
  const attachment = attachments[at];
  if (!attachment) return {};
  const attachment_id = at + 1;
  const is_app_unfurl = attachment.is_app_unfurl === true;
  const from = is_app_unfurl ? { app_unfurl_url: attachment.from_url } : {};
  return {
    container: { type: 'message_attachment', ...place, attachment_id, is_app_unfurl, ...from },
    ...(is_app_unfurl ? { app_unfurl: { ...attachment, ...from, id: attachment_id } } : {}),
  };
}

export function viewPlace({ view }: ViewTarget): Json {
  return { container: { type: 'view', view_id: view.id } };
}

export function topModal(slack: Slack, member: Member, id: string): View {
  const top = slack.modals.get(member.id)?.at(-1);
  if (top?.id !== id) throw new ActError(`${member.display_name} is not looking at the view ${id}`);
  return top;
}

export function isShownTo(message: Message, member: Member): boolean {
  return message.only_for === undefined || (message.only_for === member.id && message.unseen !== true);
}

function find(blocks: Json[], act: PressTarget): Found {
  const all = flatBlocks(blocks);
  for (const block of all) {
    if (act.block_id !== undefined && block.block_id !== act.block_id) continue;
    const element = elementsOf(block).find((e) => e.action_id === act.action_id);
    if (element) return { block, element };
  }
  const offered = all.flatMap(elementsOf).map((e) => String(e.action_id));
  throw new ActError(
    `There is no element ${act.action_id} there; there are: ${offered.join(', ') || 'none'}`,
  );
}
