import type { ActResult, PressTarget } from '../control/types.ts';
import { elementsOf, messageJson, noticeTo } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Json, Member, Message, View } from '../state/types.ts';
import { changedView, viewJson } from '../state/views.ts';
import { ActError, actor, conversation, origin, payloadName, responseUrl } from './act.ts';
import { type Entered, fillIn, holdsState, initialState, stateOf } from './values.ts';

export type PressAct = PressTarget & { user: string };

/** A member presses a button or picks from a menu, in a message, a modal or their App Home. */
export async function press(slack: Slack, act: PressAct): Promise<ActResult> {
  const member = actor(slack, act.user);
  return act.view === undefined ? pressInMessage(slack, member, act) : pressInView(slack, member, act);
}

async function pressInMessage(slack: Slack, member: Member, act: PressAct): Promise<ActResult> {
  const channel = conversation(slack, member, act.channel ?? '');
  const message = slack.messages.get(channel.id, act.ts ?? '');
  if (!message || !isShownTo(message, member))
    throw new ActError(`${member.display_name} sees no message ${act.ts ?? ''} there`);
  const { block, element } = find(message.blocks ?? [], act);
  const values = statesOf(message.blocks ?? [], channel.id);
  const state = enter(values, block, element, act.option);
  const ephemeral = message.only_for !== undefined;
  const thread = message.thread_ts ? { thread_ts: message.thread_ts } : {};
  const ack = await slack.delivery.request('interactive', `block_actions ${String(element.action_id)}`, {
    type: 'block_actions',
    ...origin(slack, member),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...thread,
    },
    trigger_id: slack.triggers.issue({ user: member.id }),
    channel: { id: channel.id, name: payloadName(channel) },
    // Slack leaves the message out when it was an ephemeral one.
    ...(ephemeral ? {} : { message: messageJson(slack, message) }),
    state: { values },
    response_url: responseUrl(slack, 'actions', {
      user: member.id,
      channel: channel.id,
      message_ts: message.ts,
      ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    }),
    actions: [actionOf(slack, block, element, state)],
  });
  if (ack.outcome === 'acknowledged') return { ack };
  const notice = 'This action did not work: the app did not respond.';
  noticeTo(slack, member.id, channel.id, notice);
  return { ack, notice };
}

async function pressInView(slack: Slack, member: Member, act: PressAct): Promise<ActResult> {
  const view = act.view === 'home' ? slack.homes.get(member.id) : topModal(slack, member, act.view ?? '');
  if (!view) throw new ActError(`${member.display_name} has no App Home yet`);
  const { block, element } = find(view.blocks, act);
  fillIn(view.blocks, view.values, act.values ?? {});
  const state = enter(view.values, block, element, act.option);
  changedView(slack, view);
  const ack = await slack.delivery.request('interactive', `block_actions ${String(element.action_id)}`, {
    type: 'block_actions',
    ...origin(slack, member),
    container: { type: 'view', view_id: view.id },
    trigger_id: slack.triggers.issue({ user: member.id, view: view.id }),
    view: viewJson(slack, view, { ...statesOf(view.blocks), ...view.values }),
    actions: [actionOf(slack, block, element, state)],
  });
  if (ack.outcome === 'acknowledged') return { ack };
  view.notice = 'This action did not work: the app did not respond.';
  changedView(slack, view);
  return { ack, notice: view.notice };
}

export function topModal(slack: Slack, member: Member, id: string): View {
  const top = slack.modals.get(member.id)?.at(-1);
  if (top?.id !== id) throw new ActError(`${member.display_name} is not looking at the view ${id}`);
  return top;
}

export function isShownTo(message: Message, member: Member): boolean {
  return message.only_for === undefined || (message.only_for === member.id && message.unseen !== true);
}

/** The state of every element of these blocks as it was drawn. */
export function statesOf(blocks: Json[], currentChannel?: string): View['values'] {
  const values: View['values'] = {};
  for (const block of blocks) {
    for (const element of elementsOf(block).filter(holdsState)) {
      const id = String(block.block_id);
      values[id] = { ...values[id], [String(element.action_id)]: initialState(element, currentChannel) };
    }
  }
  return values;
}

function find(blocks: Json[], act: PressAct): { block: Json; element: Json } {
  for (const block of blocks) {
    if (act.block_id !== undefined && block.block_id !== act.block_id) continue;
    const element = elementsOf(block).find((e) => e.action_id === act.action_id);
    if (element) return { block, element };
  }
  const offered = blocks.flatMap(elementsOf).map((e) => String(e.action_id));
  throw new ActError(
    `There is no element ${act.action_id} there; there are: ${offered.join(', ') || 'none'}`,
  );
}

function enter(values: View['values'], block: Json, element: Json, option: Entered): Json {
  const state = stateOf(element, option);
  if (holdsState(element)) {
    const id = String(block.block_id);
    values[id] = { ...values[id], [String(element.action_id)]: state };
  }
  return state;
}

const ECHOED = ['text', 'value', 'style', 'url', 'placeholder', 'confirm', 'initial_option'];

function actionOf(slack: Slack, block: Json, element: Json, state: Json): Json {
  const echoed = Object.fromEntries(
    ECHOED.filter((f) => element[f] !== undefined).map((f) => [f, element[f]]),
  );
  const { action_id } = element;
  return { ...echoed, ...state, action_id, block_id: block.block_id, action_ts: slack.ids.ts() };
}
