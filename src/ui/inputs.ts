import type { InputBlock, KnownBlock, PlainTextElement, PlainTextOption } from '@slack/types';
import type { FormView } from '../core/tokens/reply.ts';
import { shorten } from './limits.ts';

// An input's block and its element both go by the name of the field: its error finds the one, its value the other.
interface Input {
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export interface Choice {
  /** What the handler reads; at most 150 characters. */
  readonly value: string;
  readonly label: string;
}

export function formView(title: string, submit: string, blocks: readonly KnownBlock[]): FormView {
  return { title: shorten(title, 24), submit: shorten(submit, 24), blocks };
}

export function textInput(
  input: Input & { readonly multiline?: boolean; readonly initial?: string; readonly max?: number },
): InputBlock {
  return inputBlock(input, {
    type: 'plain_text_input',
    action_id: input.field,
    multiline: input.multiline ?? false,
    max_length: input.max ?? 3_000,
    ...(input.initial && { initial_value: shorten(input.initial, input.max ?? 3_000) }),
  });
}

export function numberInput(
  input: Input & { readonly initial?: number; readonly min?: number; readonly max?: number },
): InputBlock {
  return inputBlock(input, {
    type: 'number_input',
    action_id: input.field,
    is_decimal_allowed: false,
    ...(input.initial !== undefined && { initial_value: String(input.initial) }),
    ...(input.min !== undefined && { min_value: String(input.min) }),
    ...(input.max !== undefined && { max_value: String(input.max) }),
  });
}

/** One of several; at most a hundred. */
export function choiceInput(
  input: Input & { readonly choices: readonly Choice[]; readonly initial?: string },
): InputBlock {
  const initial = input.choices.find(({ value }) => value === input.initial);
  return inputBlock(input, {
    type: 'static_select',
    action_id: input.field,
    options: input.choices.slice(0, 100).map(option),
    ...(initial && { initial_option: option(initial) }),
  });
}

/** A member of the workspace, by Slack's own picker. */
export function personInput(input: Input & { readonly initial?: string }): InputBlock {
  return inputBlock(input, {
    type: 'users_select',
    action_id: input.field,
    ...(input.initial && { initial_user: input.initial }),
  });
}

/** Several members of the workspace, by Slack's own picker. */
export function peopleInput(
  input: Input & { readonly initial?: readonly string[]; readonly max?: number },
): InputBlock {
  return inputBlock(input, {
    type: 'multi_users_select',
    action_id: input.field,
    ...(input.max && { max_selected_items: input.max }),
    ...(input.initial?.length && { initial_users: [...input.initial] }),
  });
}

/** Boxes to tick; at most ten. Left empty is an empty list. */
export function tickInput(
  input: Input & { readonly choices: readonly Choice[]; readonly initial?: readonly string[] },
): InputBlock {
  const ticked = input.choices.filter(({ value }) => input.initial?.includes(value));
  return inputBlock(input, {
    type: 'checkboxes',
    action_id: input.field,
    options: input.choices.slice(0, 10).map(option),
    ...(ticked.length > 0 && { initial_options: ticked.map(option) }),
  });
}

/** A channel, by Slack's own picker. */
export function channelInput(input: Input & { readonly initial?: string }): InputBlock {
  return inputBlock(input, {
    type: 'conversations_select',
    action_id: input.field,
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(input.initial && { initial_conversation: input.initial }),
  });
}

/** A moment, picked in the zone of the one who picks. */
export function momentInput(input: Input & { readonly initial?: Date }): InputBlock {
  return inputBlock(input, {
    type: 'datetimepicker',
    action_id: input.field,
    ...(input.initial && { initial_date_time: Math.floor(input.initial.getTime() / 1_000) }),
  });
}

function inputBlock(
  { field, label, hint, optional = false }: Input,
  element: InputBlock['element'],
): InputBlock {
  return {
    type: 'input',
    block_id: field,
    label: plain(shorten(label, 2_000)),
    optional,
    element,
    ...(hint && { hint: plain(shorten(hint, 2_000)) }),
  };
}

function option({ value, label }: Choice): PlainTextOption {
  return { text: plain(shorten(label, 75)), value };
}

function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
