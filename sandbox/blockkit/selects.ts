import {
  boolean,
  type Check,
  type Issue,
  integer,
  is,
  list,
  object,
  oneOf,
  refuse,
  string,
} from './check.ts';
import { placed } from './common.ts';
import { offered, option, optionGroup } from './options.ts';

const ids = list(string(255), 100, 0);
const most = { max_selected_items: integer(1, 100) };

/** What is chosen from the start may not be more than may be chosen. */
function withinMost(value: Record<string, unknown>, pointer: string, issues: Issue[]): void {
  for (const [field, chosen] of Object.entries(value)) {
    if (!field.startsWith('initial_') || !Array.isArray(chosen)) continue;
    if (chosen.length > Number(value.max_selected_items))
      refuse(issues, `${pointer}/${field}`, 'must not be more than max_selected_items');
  }
}
const choices = { options: list(option, 100), option_groups: list(optionGroup, 100) };
const filter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  (value, pointer, issues) => {
    if (Object.keys(value).length === 0) refuse(issues, pointer, 'must have at least one field');
  },
);
const conversations = { default_to_current_conversation: boolean, filter };

export const selects: Record<string, Check> = {
  static_select: object(
    { type: is('static_select') },
    { ...placed, ...choices, initial_option: option },
    offered,
  ),
  users_select: object({ type: is('users_select') }, { ...placed, initial_user: string(255) }),
  channels_select: object(
    { type: is('channels_select') },
    { ...placed, initial_channel: string(255), response_url_enabled: boolean },
  ),
  conversations_select: object(
    { type: is('conversations_select') },
    { ...placed, ...conversations, initial_conversation: string(255), response_url_enabled: boolean },
  ),
  multi_static_select: object(
    { type: is('multi_static_select') },
    { ...placed, ...most, ...choices, initial_options: list(option, 100) },
    (value, pointer, issues) => {
      offered(value, pointer, issues);
      withinMost(value, pointer, issues);
    },
  ),
  multi_users_select: object(
    { type: is('multi_users_select') },
    { ...placed, ...most, initial_users: ids },
    withinMost,
  ),
  multi_channels_select: object(
    { type: is('multi_channels_select') },
    { ...placed, ...most, initial_channels: ids },
    withinMost,
  ),
  multi_conversations_select: object(
    { type: is('multi_conversations_select') },
    { ...placed, ...most, ...conversations, initial_conversations: ids },
    withinMost,
  ),
  external_select: object(
    { type: is('external_select') },
    { ...placed, initial_option: option, min_query_length: integer(0, 150) },
  ),
  multi_external_select: object(
    { type: is('multi_external_select') },
    { ...placed, ...most, initial_options: list(option, 100), min_query_length: integer(0, 150) },
    withinMost,
  ),
};
