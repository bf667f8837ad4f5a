import {
  type Check,
  type Issue,
  isObject,
  list,
  object,
  oneOf,
  refuse,
  string,
  webAddress,
} from './check.ts';
import { anyText, plainText } from './text.ts';

/** The dialog that asks "are you sure?" before an action is sent. */
export const confirm: Check = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);

export const option: Check = object(
  { text: plainText(75), value: string(150) },
  { description: plainText(75) },
);
export const overflowOption: Check = object(
  { text: plainText(75), value: string(150) },
  { description: plainText(75), url: webAddress(3_000) },
);
/** Checkboxes and radio buttons may be formatted. */
export const choiceOption: Check = object(
  { text: anyText(75), value: string(150) },
  { description: anyText(75) },
);

export const optionGroup: Check = object({ label: plainText(75), options: list(option, 100) });

/** A select has either `options` or `option_groups`, and its initial choice must equal one of them. */
export function offered(value: Record<string, unknown>, pointer: string, issues: Issue[]): void {
  if ((value.options === undefined) === (value.option_groups === undefined)) {
    refuse(issues, pointer, 'must have either options or option_groups');
  }
  initialIsOffered(value, pointer, issues);
}

export function initialIsOffered(value: Record<string, unknown>, pointer: string, issues: Issue[]): void {
  const groups = Array.isArray(value.option_groups) ? value.option_groups : [];
  const all = [value.options, ...groups.map((g) => (isObject(g) ? g.options : []))].flat();
  const known = new Set(all.map((o) => sameOption(o)));
  const initial = value.initial_option === undefined ? [] : [value.initial_option];
  const several = Array.isArray(value.initial_options) ? value.initial_options : [];
  for (const chosen of [...initial, ...several]) {
    if (!known.has(sameOption(chosen))) refuse(issues, pointer, 'initial option is not one of the options');
  }
}

function sameOption(option: unknown): string {
  if (!isObject(option) || !isObject(option.text)) return JSON.stringify(option);
  return JSON.stringify([option.text.type, option.text.text, option.value]);
}
