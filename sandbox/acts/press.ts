import type { ActResult, PressTarget } from '../control/types.ts';
import { allBlocks } from '../state/elements.ts';
import { changed, noticeTo } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import type { Json, Member, Message } from '../state/types.ts';
import { changedView, viewJson } from '../state/views.ts';
import { ActError, actor, origin, responseUrl } from './act.ts';
import { keep, type States, statesOf } from './states.ts';
import { withSuggestions } from './suggest.ts';
import { inMessage, inView, messagePlace, viewPlace } from './target.ts';
import { fillIn, stateOf } from './values.ts';

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
  const offering = (of: Json, one: Json) => withSuggestions(slack, member.id, of, one);
  const blocks = allBlocks(message);
  const held = structuredClone(message.held?.get(member.id) ?? {});
  fillIn(blocks, held, act.values ?? {}, offering, 'The message');
  const state = stateOf(offering(block, element), act.option);
  keep(held, block, element, state);
  hold(slack, message, member, held);
  const ack = await slack.delivery.request('interactive', `block_actions ${String(element.action_id)}`, {
    type: 'block_actions',
    ...origin(slack, member),
    ...messagePlace(slack, target),
    trigger_id: slack.triggers.issue({ user: member.id }),
    state: { values: statesOf(blocks, held, channel.id) },
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
  const state = stateOf(offering(block, element), act.option);
  keep(view.values, block, element, state);
  changedView(slack, view);
  const shown = viewJson(slack, view, statesOf(view.blocks, view.values));
  const ack = await slack.delivery.request('interactive', `block_actions ${String(element.action_id)}`, {
    type: 'block_actions',
    ...origin(slack, member),
    ...viewPlace(target),
    trigger_id: slack.triggers.issue({ user: member.id, view: view.id }),
    view: shown,
    state: shown.state,
    actions: [actionOf(slack, block, element, state)],
  });
  if (ack.outcome === 'acknowledged') return { ack };
  view.notice = 'This action did not work: the app did not respond.';
  changedView(slack, view);
  return { ack, notice: view.notice };
}

/** What a member sets in a message is theirs alone. */
function hold(slack: Slack, message: Message, member: Member, held: States): void {
  if (Object.keys(held).length === 0) return;
  message.held ??= new Map();
  message.held.set(member.id, held);
  changed(slack, message);
}

/** An input block's value travels with the submission, unless the block dispatches its action. */
function saysSo(block: Json): void {
  if (block.type === 'input' && block.dispatch_action !== true)
    throw new ActError(
      'This input has no dispatch_action: the app gets its value with the submission, or with the next action',
    );
}

const ECHOED = ['text', 'value', 'style', 'url', 'placeholder', 'confirm', 'initial_option'];

function actionOf(slack: Slack, block: Json, element: Json, state: Json): Json {
  const echoed = Object.fromEntries(
    ECHOED.filter((f) => element[f] !== undefined).map((f) => [f, element[f]]),
  );
  const { action_id } = element;
  return { ...echoed, ...state, action_id, block_id: block.block_id, action_ts: slack.ids.ts() };
}
