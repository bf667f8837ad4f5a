import type {
  ActionsBlock,
  Button,
  ConfirmationDialog,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  MrkdwnElement,
  Overflow,
  SectionBlock,
  StaticSelect,
  TableBlock,
} from '@slack/types';
import { clean } from '../core/text/clean.ts';
import { count } from '../core/text/sentence.ts';
import { type Action, encodeOption, moreId } from '../core/tokens/action.ts';
import type { Message } from '../core/tokens/reply.ts';
import { fitting, limits, shorten, shortenBytes } from './limits.ts';
import { plain } from './option.ts';
import { stopped } from './room.ts';
import { type Mrkdwn, mrkdwn } from './text.ts';

/**
 * A message. Its `text` must make sense alone: the finding first, then facts and possible actions. Rows and lines over
 * Slack's limit of characters are left out, and counted.
 */
export function message(text: Mrkdwn, blocks: readonly KnownBlock[]): Message {
  return {
    text: shortenBytes(text.value, limits.messageBytes),
    blocks: stopped(blocks, (left, what) => context(mrkdwn`and ${count(left, `more ${what}`)}`)),
  };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(shorten(text, limits.headerText)) };
}

export function section(text: Mrkdwn, accessory?: Button | Overflow | undefined): SectionBlock {
  return { type: 'section', text: marked(text, limits.sectionText), ...(accessory ? { accessory } : {}) };
}

/** Pairs of label and value, two side by side; at most ten. */
export function facts(...pairs: readonly Mrkdwn[]): SectionBlock {
  return {
    type: 'section',
    fields: pairs.slice(0, limits.fields).map((pair) => marked(pair, limits.fieldText)),
  };
}

export function context(...lines: readonly Mrkdwn[]): ContextBlock {
  return {
    type: 'context',
    elements: lines.slice(0, limits.contextElements).map((line) => marked(line, limits.fieldText)),
  };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

export function actions(...elements: readonly (Button | StaticSelect | Overflow)[]): ActionsBlock {
  return {
    type: 'actions',
    elements: [...fitting(elements, limits.actionsElements, 'Buttons side by side')],
  };
}

export interface ButtonOptions {
  readonly key?: string | number;
  readonly style?: 'primary' | 'danger';
  /** Asked before an action that cannot be undone. */
  readonly confirm?: Question;
}

/** At most 100, 300 and 30 characters. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** The label of the button that confirms. */
  readonly yes: string;
}

/**
 * A button that asks for `action`. `key` tells apart several buttons of one action in a block. `label` must make sense
 * when it is read aloud.
 */
export function button<Value>(
  action: Action<Value>,
  value: Value,
  label: string,
  options: ButtonOptions = {},
): Button {
  return {
    type: 'button',
    action_id: options.key === undefined ? action.id : `${action.id}#${options.key}`,
    text: plain(shorten(label, limits.buttonText)),
    value: action.encode(value),
    ...(options.style ? { style: options.style } : {}),
    ...(options.confirm ? { confirm: dialog(options.confirm) } : {}),
  };
}

export interface MenuOption<Value> {
  readonly value: Value;
  readonly label: string;
  /** The option in force now. */
  readonly picked?: boolean;
}

/** A menu whose options each ask for `action` with their own value. At most a hundred options, or it throws. */
export function menu<Value>(
  action: Action<Value>,
  label: string,
  options: readonly MenuOption<Value>[],
  { key }: Pick<ButtonOptions, 'key'> = {},
): StaticSelect {
  const shown = fitting(options, limits.menuOptions, `The menu “${label}”`).map(
    ({ value, label, picked = false }) => ({
      picked,
      option: { text: plain(shorten(label, limits.buttonText)), value: action.encode(value) },
    }),
  );
  const picked = shown.find((one) => one.picked);
  return {
    type: 'static_select',
    action_id: key === undefined ? action.id : `${action.id}#${key}`,
    placeholder: plain(shorten(label, limits.buttonText)),
    options: shown.map(({ option }) => option),
    ...(picked ? { initial_option: picked.option } : {}),
  };
}

/** One of the options behind three dots. */
export interface Choice {
  readonly label: string;
  /** See `encodeOption`. */
  readonly value: string;
}

/** An option that asks for `action` with `value`. At most 75 characters are shown. */
export function choice<Value>(action: Action<Value>, value: Value, label: string): Choice {
  return { label, value: encodeOption(action, value) };
}

/**
 * Rare actions, or actions on one line of a list: at most five options behind three dots. Unlike in a menu, the same
 * option can be picked again while the message stays as it is.
 */
export function more(choices: readonly Choice[], { key }: Pick<ButtonOptions, 'key'> = {}): Overflow {
  return {
    type: 'overflow',
    action_id: key === undefined ? moreId : `${moreId}#${key}`,
    options: fitting(choices, limits.overflowOptions, 'The options behind three dots').map(
      ({ label, value }) => ({ text: plain(shorten(label, limits.buttonText)), value }),
    ),
  };
}

function dialog({ title, text, yes }: Question): ConfirmationDialog {
  return {
    title: plain(title),
    text: plain(text),
    confirm: plain(yes),
    deny: plain('Cancel'),
    style: 'danger',
  };
}

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Long texts take several lines instead of pushing the columns after them out of sight. */
  readonly wraps?: boolean;
}

/** A table with a title row. Rows beyond Slack's limit are left out: the caller states how many there are. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): TableBlock {
  const cell = (text: string) => ({ type: 'raw_text' as const, text: clean(text) || ' ' });
  return {
    type: 'table',
    column_settings: columns.map(({ align = 'left', wraps }) => ({
      align,
      ...(wraps && { is_wrapped: true }),
    })),
    rows: [
      columns.map(({ title }) => cell(title)),
      ...rows.slice(0, limits.tableRows - 1).map((row) => row.map(cell)),
    ],
  };
}

function marked(text: Mrkdwn, max: number): MrkdwnElement {
  // Verbatim: Slack makes no links of addresses and channel names.
  return { type: 'mrkdwn', text: shorten(text.value, max), verbatim: true };
}
