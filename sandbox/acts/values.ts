import { elementsOf, flatBlocks } from '../state/elements.ts';
import type { Json, View } from '../state/types.ts';
import { ActError } from './act.ts';

export type Entered = string | string[] | number | null | undefined;
/** A member's input: by block or action id, or by both. */
export type Values = Record<string, Entered | Record<string, Entered>>;

/**
 * The field of a state value that an element fills, and whether it holds an option, several values, or one plain value.
 */
const FIELD: Record<
  string,
  { field: string; holds: 'option' | 'options' | 'list' | 'plain' | 'rich' | 'files' }
> = {
  static_select: { field: 'selected_option', holds: 'option' },
  radio_buttons: { field: 'selected_option', holds: 'option' },
  overflow: { field: 'selected_option', holds: 'option' },
  multi_static_select: { field: 'selected_options', holds: 'options' },
  checkboxes: { field: 'selected_options', holds: 'options' },
  external_select: { field: 'selected_option', holds: 'option' },
  multi_external_select: { field: 'selected_options', holds: 'options' },
  users_select: { field: 'selected_user', holds: 'plain' },
  channels_select: { field: 'selected_channel', holds: 'plain' },
  conversations_select: { field: 'selected_conversation', holds: 'plain' },
  multi_users_select: { field: 'selected_users', holds: 'list' },
  multi_channels_select: { field: 'selected_channels', holds: 'list' },
  multi_conversations_select: { field: 'selected_conversations', holds: 'list' },
  datepicker: { field: 'selected_date', holds: 'plain' },
  timepicker: { field: 'selected_time', holds: 'plain' },
  datetimepicker: { field: 'selected_date_time', holds: 'plain' },
  rich_text_input: { field: 'rich_text_value', holds: 'rich' },
  file_input: { field: 'files', holds: 'files' },
  plain_text_input: { field: 'value', holds: 'plain' },
  number_input: { field: 'value', holds: 'plain' },
  email_text_input: { field: 'value', holds: 'plain' },
  url_text_input: { field: 'value', holds: 'plain' },
};

const INITIAL = [
  'initial_option',
  'initial_options',
  'initial_user',
  'initial_users',
  'initial_channel',
  'initial_channels',
  'initial_conversation',
  'initial_conversations',
  'initial_date',
  'initial_time',
  'initial_date_time',
  'initial_value',
];

export function holdsState(element: Json): boolean {
  // These elements send their value once and do not keep it.
  const passing = element.type === 'overflow' || element.type === 'feedback_buttons';
  return !passing && FIELD[String(element.type)] !== undefined;
}

/** The state of an element after a member's input. */
export function stateOf(element: Json, entered: Entered): Json {
  const type = String(element.type);
  const kind = FIELD[type];
  if (type === 'feedback_buttons') return verdictOf(element, entered);
  if (!kind) return { type };
  const several = Array.isArray(entered)
    ? entered
    : entered === null || entered === undefined
      ? []
      : [String(entered)];
  if (kind.holds === 'options') return { type, [kind.field]: several.map((one) => findOption(element, one)) };
  if (kind.holds === 'list') return { type, [kind.field]: several };
  if (kind.holds === 'files') return { type, [kind.field]: several.map((id) => ({ id })) };
  const one = Array.isArray(entered) ? entered[0] : entered;
  const empty = one === undefined || one === null || one === '';
  if (kind.holds === 'option') return { type, [kind.field]: empty ? null : findOption(element, String(one)) };
  if (kind.holds === 'rich') return { type, [kind.field]: empty ? null : richText(String(one)) };
  return { type, [kind.field]: empty ? null : type === 'datetimepicker' ? Number(one) : String(one) };
}

function verdictOf(element: Json, entered: Entered): Json {
  const offered = [element.positive_button as Json, element.negative_button as Json];
  const pressed = offered.find((one) => one.value === entered);
  if (!pressed)
    throw new ActError(`Press one of these: ${offered.map((one) => String(one.value)).join(' or ')}`);
  return { type: 'feedback_buttons', text: pressed.text, value: pressed.value };
}

/** Plain text as the rich text that a member's editor makes of it. */
function richText(text: string): Json {
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [section] };
}

/** The state of an untouched element. */
export function initialState(element: Json, currentChannel?: string): Json {
  const type = String(element.type);
  const kind = FIELD[type];
  if (!kind) return { type };
  const given = INITIAL.map((name) => element[name]).find((value) => value !== undefined);
  const here = element.default_to_current_conversation === true ? currentChannel : undefined;
  const none = ['options', 'list', 'files'].includes(kind.holds) ? [] : null;
  const initial = given ?? (here === undefined ? none : kind.holds === 'list' ? [here] : here);
  return { type, [kind.field]: initial };
}

export function isEmpty(element: Json, state: Json): boolean {
  const value = state[FIELD[String(element.type)]?.field ?? ''];
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The option with this value, or with this visible label. */
function findOption(element: Json, wanted: string): Json {
  const groups = ((element.option_groups as Json[] | undefined) ?? []).flatMap((g) => g.options as Json[]);
  const all = [...((element.options as Json[] | undefined) ?? []), ...groups];
  const found = all.find((o) => o.value === wanted) ?? all.find((o) => (o.text as Json).text === wanted);
  if (found) return found;
  const offered = all.map((o) => String((o.text as Json).text)).join(', ');
  throw new ActError(`There is no option "${wanted}"; offered: ${offered}`);
}

/** Fills several values at once into the state of blocks. */
export function fillIn(
  blocks: Json[],
  states: View['values'],
  values: Values,
  offering: (block: Json, element: Json) => Json = (_block, element) => element,
  noun = 'The view',
): void {
  const left = new Set(Object.keys(values));
  for (const block of flatBlocks(blocks)) {
    const blockId = String(block.block_id);
    for (const element of elementsOf(block)) {
      const actionId = String(element.action_id);
      const byBlock = values[blockId];
      const nested =
        typeof byBlock === 'object' && byBlock !== null && !Array.isArray(byBlock) ? byBlock : undefined;
      const entered = nested ? nested[actionId] : (byBlock ?? values[actionId]);
      if (nested || values[blockId] !== undefined) left.delete(blockId);
      if (values[actionId] !== undefined) left.delete(actionId);
      if (entered === undefined) continue;
      states[blockId] = {
        ...states[blockId],
        [actionId]: stateOf(offering(block, element), entered as Entered),
      };
    }
  }
  if (left.size > 0) throw new ActError(`${noun} has no field ${[...left].join(', ')}`);
}
