import { validateView } from '../blockkit/index.ts';
import type { ActResult, SubmitResult } from '../control/types.ts';
import { unusableMedia } from '../methods/media.ts';
import { elementsOf } from '../state/elements.ts';
import type { Slack } from '../state/slack.ts';
import type { Json, Member, View } from '../state/types.ts';
import { changedView, makeView, redraw, showModal, viewJson } from '../state/views.ts';
import { ActError, actor, origin, responseUrl } from './act.ts';
import { chosenFiles, incomplete } from './incomplete.ts';
import { statesOf } from './states.ts';
import { withSuggestions } from './suggest.ts';
import { topModal } from './target.ts';
import { fillIn, type Values } from './values.ts';

/** A member fills in the topmost modal and submits it. */
export async function submitView(
  slack: Slack,
  act: { user: string; view: string; values?: Values },
): Promise<SubmitResult> {
  const member = actor(slack, act.user);
  const view = topModal(slack, member, act.view);
  if (!view.submit && view.blocks.some((b) => b.type === 'input'))
    throw new ActError('This view has no submit button');
  view.values = statesOf(view.blocks, view.values);
  fillIn(view.blocks, view.values, act.values ?? {}, (block, element) =>
    withSuggestions(slack, member.id, block, element),
  );
  const missing = incomplete(slack, view);
  if (Object.keys(missing).length > 0) return withErrors(slack, view, missing);
  for (const { file } of chosenFiles(slack, view)) file.handedIn = true;
  const ack = await slack.delivery.request('interactive', `view_submission ${view.callback_id}`, {
    type: 'view_submission',
    ...origin(slack, member),
    trigger_id: slack.triggers.issue({ user: member.id, view: view.id }),
    view: viewJson(slack, view),
    response_urls: responseUrls(slack, member, view),
  });
  if (ack.outcome !== 'acknowledged') {
    view.notice = 'We had some trouble connecting. Try again?';
    changedView(slack, view);
    return { ack, notice: view.notice };
  }
  return { ack, ...follow(slack, member, view, ack.response ?? {}) };
}

/** A member closes the topmost modal. */
export async function closeView(slack: Slack, act: { user: string; view: string }): Promise<ActResult> {
  const member = actor(slack, act.user);
  const view = topModal(slack, member, act.view);
  const stack = slack.modals.get(member.id) ?? [];
  const closed = view.clear_on_close ? [...stack].reverse() : [view];
  showModal(slack, member.id, view.clear_on_close ? [] : stack.slice(0, -1));
  const acks = [];
  for (const one of closed.filter((v) => v.notify_on_close)) {
    acks.push(
      await slack.delivery.request('interactive', `view_closed ${one.callback_id}`, {
        type: 'view_closed',
        ...origin(slack, member),
        view: viewJson(slack, one, statesOf(one.blocks, one.values)),
        is_cleared: view.clear_on_close,
      }),
    );
  }
  return acks[0] ? { ack: acks[0] } : {};
}

/** Follows the acknowledgement's `response_action`; without one the view closes. */
function follow(slack: Slack, member: Member, view: View, response: Json): SubmitResult {
  const stack = slack.modals.get(member.id) ?? [];
  const where = `the acknowledgement of view_submission ${view.callback_id}`;
  if (response.response_action === 'errors') {
    const errors = (response.errors ?? {}) as Record<string, string>;
    const unknown = Object.keys(errors).filter(
      (id) => !view.blocks.some((b) => b.type === 'input' && b.block_id === id),
    );
    if (unknown.length > 0)
      slack.journal.problem('invalid_errors', where, `no input block: ${unknown.join(', ')}`);
    return withErrors(slack, view, errors);
  }
  if (response.response_action === 'clear') showModal(slack, member.id, []);
  else if (response.response_action === 'update' || response.response_action === 'push') {
    const given = response.view as Json;
    const issues = [...validateView(given), ...unusableMedia(slack, given?.blocks)];
    if (issues.length > 0) {
      slack.journal.problem(
        'invalid_arguments',
        where,
        issues.map((i) => `${i.message} at ${i.pointer}`).join('; '),
      );
      view.notice = 'We had some trouble connecting. Try again?';
      changedView(slack, view);
      return { notice: view.notice };
    }
    if (response.response_action === 'update') redraw(slack, view, given);
    else showModal(slack, member.id, [...stack, makeView(slack, member.id, given, view)]);
  } else {
    if (Object.keys(response).length > 0)
      slack.journal.problem('invalid_payload', where, 'unknown response_action');
    showModal(
      slack,
      member.id,
      stack.filter((v) => v !== view),
    );
  }
  return {};
}

function withErrors(slack: Slack, view: View, errors: Record<string, string>): SubmitResult {
  view.errors = errors;
  changedView(slack, view);
  return { errors };
}

/** A conversation picked in a select with `response_url_enabled` may be answered after the submission. */
function responseUrls(slack: Slack, member: Member, view: View): Json[] {
  return view.blocks.flatMap((block) =>
    elementsOf(block)
      .filter((e) => e.response_url_enabled === true)
      .flatMap((e) => {
        const state = view.values[String(block.block_id)]?.[String(e.action_id)] ?? {};
        const channel = String(state.selected_conversation ?? state.selected_channel ?? '');
        if (!slack.channels.has(channel)) return [];
        const response_url = responseUrl(slack, 'app', { user: member.id, channel });
        return [{ block_id: block.block_id, action_id: e.action_id, channel_id: channel, response_url }];
      }),
  );
}
