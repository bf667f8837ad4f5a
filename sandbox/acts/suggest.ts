import { validateOptions } from '../blockkit/index.ts';
import type { PressTarget, SuggestResult } from '../control/types.ts';
import type { Slack } from '../state/slack.ts';
import type { Json } from '../state/types.ts';
import { viewJson } from '../state/views.ts';
import { ActError, actor, origin } from './act.ts';
import { statesOf } from './states.ts';
import { inMessage, inView, messagePlace, viewPlace } from './target.ts';

const USUAL_MIN_QUERY = 3;

export type SuggestAct = PressTarget & { user: string; query: string };

/** A member types into an external select; the app answers with options, one of which can then be picked. */
export async function suggest(slack: Slack, act: SuggestAct): Promise<SuggestResult> {
  const member = actor(slack, act.user);
  const { block, element, place } = find(slack, act);
  if (!String(element.type).endsWith('external_select'))
    throw new ActError(`${act.action_id} already has its options`);
  if (act.query.length < Number(element.min_query_length ?? USUAL_MIN_QUERY)) return { options: [] };
  const { action_id } = element;
  const ack = await slack.delivery.request('interactive', `block_suggestion ${String(action_id)}`, {
    type: 'block_suggestion',
    ...origin(slack, member),
    ...place,
    action_id,
    block_id: block.block_id,
    value: act.query,
  });
  if (ack.outcome !== 'acknowledged') return { ack, options: [] };
  const options = readOptions(slack, String(action_id), ack.response ?? {});
  slack.suggestions.set(key(act.user, block, element), options);
  return { ack, options };
}

/** The element with the options last suggested to this member, if it is an external select. */
export function withSuggestions(slack: Slack, user: string, block: Json, element: Json): Json {
  const options = slack.suggestions.get(key(user, block, element));
  return options ? { ...element, options } : element;
}

function find(slack: Slack, act: SuggestAct) {
  const member = actor(slack, act.user);
  if (act.view === undefined) {
    const target = inMessage(slack, member, act);
    return { ...target, place: messagePlace(slack, target) };
  }
  const target = inView(slack, member, act);
  const { view } = target;
  const shown = viewJson(slack, view, statesOf(view.blocks, view.values));
  return { ...target, place: { ...viewPlace(target), view: shown } };
}

function key(user: string, block: Json, element: Json): string {
  return [user, block.block_id, element.action_id].join(' ');
}

/** Slack shows no options at all when one of them is invalid. */
function readOptions(slack: Slack, action: string, response: Json): Json[] {
  const issues = validateOptions(response);
  for (const { pointer, message } of issues)
    slack.journal.problem('invalid_options', `the options for ${action}`, `${message} at ${pointer}`);
  if (issues.length > 0) return [];
  const groups = (response.option_groups ?? []) as { options: Json[] }[];
  return [...((response.options ?? []) as Json[]), ...groups.flatMap((group) => group.options)];
}
