import type { ActResult, PressTarget } from '../control/types.ts';
import { elementsOf, flatBlocks } from '../state/elements.ts';
import { noticeTo } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Json, Member, View } from '../state/types.ts';
import { changedView, viewJson } from '../state/views.ts';
import { ActError, actor, origin, responseUrl } from './act.ts';
import { withSuggestions } from './suggest.ts';
import { inMessage, inView, messagePlace, viewPlace } from './target.ts';
import { type Entered, fillIn, holdsState, initialState, stateOf } from './values.ts';

export type PressAct = PressTarget & { user: string };

/** A member presses a button or picks from a menu, in a message, a modal or their App Home. */
export async function press(slack: Slack, act: PressAct): Promise<ActResult> {
  const member = actor(slack, act.user);
  return act.view === undefined ? pressInMessage(slack, member, act) : pressInView(slack, member, act);
}

async function pressInMessage(slack: Slack, member: Member, act: PressAct): Promise<ActResult> {
  const target = inMessage(slack, member, act);
  const { channel, message, block, element } = target;
  saysSo(block);
  const values = statesOf(message.blocks ?? [], channel.id);
  const state = enter(values, block, withSuggestions(slack, member.id, block, element), act.option);
  const ack = await slack.delivery.request('interactive', `block_actions ${String(element.action_id)}`, {
    type: 'block_actions',
    ...origin(slack, member),
    ...messagePlace(slack, target),
    trigger_id: slack.triggers.issue({ user: member.id }),
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
  const target = inView(slack, member, act);
  const { view, block, element } = target;
  saysSo(block);
  const offering = (of: Json, one: Json) => withSuggestions(slack, member.id, of, one);
  fillIn(view.blocks, view.values, act.values ?? {}, offering);
  const state = enter(view.values, block, offering(block, element), act.option);
  changedView(slack, view);
  const ack = await slack.delivery.request('interactive', `block_actions ${String(element.action_id)}`, {
    type: 'block_actions',
    ...origin(slack, member),
    ...viewPlace(target),
    trigger_id: slack.triggers.issue({ user: member.id, view: view.id }),
    view: viewJson(slack, view, { ...statesOf(view.blocks), ...view.values }),
    actions: [actionOf(slack, block, element, state)],
  });
  if (ack.outcome === 'acknowledged') return { ack };
  view.notice = 'This action did not work: the app did not respond.';
  changedView(slack, view);
  return { ack, notice: view.notice };
}

/** An input block's value travels with the submission, unless the block dispatches its action. */
function saysSo(block: Json): void {
  if (block.type === 'input' && block.dispatch_action !== true)
    throw new ActError(
      'This input has no dispatch_action: the app gets its value when the view is submitted',
    );
}

/** The initial state of every element in these blocks. */
export function statesOf(blocks: Json[], currentChannel?: string): View['values'] {
  const values: View['values'] = {};
  for (const block of flatBlocks(blocks)) {
    for (const element of elementsOf(block).filter(holdsState)) {
      const id = String(block.block_id);
      values[id] = { ...values[id], [String(element.action_id)]: initialState(element, currentChannel) };
    }
  }
  return values;
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
