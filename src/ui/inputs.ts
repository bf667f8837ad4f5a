import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/types';
import type { Choice } from '../core/tokens/choice.ts';
import { fitting, limits, shorten } from './limits.ts';
import { option, plain } from './option.ts';

/**
 * An input without a name: `formView` names its block and element after a field of the form. Slack places errors by the
 * block's name and returns values by the element's.
 */
export interface Input<Given> {
  draw(field: string, mayBeEmpty: boolean): readonly KnownBlock[];
  /** The handler's value when nothing was entered. */
  readonly empty: null | readonly [];
  /** Never present: a type-only link to the value of a filled input. */
  readonly gives?: Given;
}

interface Words {
  readonly label: string;
  readonly hint?: string;
  /** May be left empty although its field refuses that, so that the person reads the field's own sentence. */
  readonly optional?: boolean;
}

interface ChoiceWords<Value extends string> extends Words {
  readonly choices: readonly Choice<Value>[];
  readonly initial?: Value;
}

export function textInput(
  words: Words & { readonly multiline?: boolean; readonly initial?: string; readonly max?: number },
): Input<string> {
  const { multiline = false, initial, max = limits.inputText } = words;
  return input(words, {
    type: 'plain_text_input',
    multiline,
    max_length: max,
    ...(initial && { initial_value: shorten(initial, max) }),
  });
}

export function numberInput(
  words: Words & { readonly initial?: number; readonly min?: number; readonly max?: number },
): Input<number> {
  const { initial, min, max } = words;
  return input(words, {
    type: 'number_input',
    is_decimal_allowed: false,
    ...(initial !== undefined && { initial_value: String(initial) }),
    ...(min !== undefined && { min_value: String(min) }),
    ...(max !== undefined && { max_value: String(max) }),
  });
}

/** One of several; at most a hundred. For more, use `pickInput`. */
export function choiceInput<const Value extends string>(words: ChoiceWords<Value>): Input<Value> {
  const initial = words.choices.find(({ value }) => value === words.initial);
  return input(words, {
    type: 'static_select',
    options: options(words, limits.menuOptions),
    ...(initial && { initial_option: option(initial) }),
  });
}

/** Several of at most a hundred, from a menu. Gives them in the order in which they were picked. */
export function severalInput<const Value extends string>(
  words: Omit<ChoiceWords<Value>, 'initial'> & { readonly initial?: readonly Value[]; readonly max?: number },
): Input<Value[]> {
  const picked = (words.initial ?? []).flatMap(
    (one) => words.choices.find(({ value }) => value === one) ?? [],
  );
  return input<Value[]>(
    words,
    {
      type: 'multi_static_select',
      options: options(words, limits.menuOptions),
      ...(words.max && { max_selected_items: words.max }),
      ...(picked.length > 0 && { initial_options: picked.map(option) }),
    },
    [],
  );
}

/** One of more things than a menu shows: the form's `suggests` searches as the person types. */
export function searchInput<Value extends string = string>(
  words: Words & {
    readonly initial?: Choice<Value> | undefined;
    /** Characters typed before the first suggestions; 0 shows them at once. */
    readonly minLength?: number;
  },
): Input<Value> {
  const { initial, minLength = 0 } = words;
  return input(words, {
    type: 'external_select',
    min_query_length: minLength,
    ...(initial && { initial_option: option(initial) }),
  });
}

/** One of all choices: a menu while they fit, else a search by the form's `suggests`. */
export function pickInput<const Value extends string>(words: ChoiceWords<Value>): Input<Value> {
  if (words.choices.length <= limits.menuOptions) return choiceInput(words);
  const initial = words.choices.find(({ value }) => value === words.initial);
  return searchInput({ ...words, initial });
}

/** Boxes to tick; at most ten. */
export function tickInput<const Value extends string>(
  words: Words & { readonly choices: readonly Choice<Value>[]; readonly initial?: readonly Value[] },
): Input<Value[]> {
  const ticked = words.choices.filter(({ value }) => words.initial?.includes(value));
  return input<Value[]>(
    words,
    {
      type: 'checkboxes',
      options: options(words, limits.boxes),
      ...(ticked.length > 0 && { initial_options: ticked.map(option) }),
    },
    [],
  );
}

/** A member of the workspace, by Slack's own picker. Gives their Slack id. */
export function personInput(words: Words & { readonly initial?: string }): Input<string> {
  return input(words, {
    type: 'users_select',
    ...(words.initial && { initial_user: words.initial }),
  });
}

/** Several members of the workspace, by Slack's own picker. */
export function peopleInput(
  words: Words & { readonly initial?: readonly string[]; readonly max?: number },
): Input<string[]> {
  return input<string[]>(
    words,
    {
      type: 'multi_users_select',
      ...(words.max && { max_selected_items: words.max }),
      ...(words.initial?.length && { initial_users: [...words.initial] }),
    },
    [],
  );
}

/** A channel, by Slack's own picker. Gives its Slack id. */
export function channelInput(words: Words & { readonly initial?: string }): Input<string> {
  return input(words, {
    type: 'conversations_select',
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(words.initial && { initial_conversation: words.initial }),
  });
}

/** A moment, picked in the person's own time zone. */
export function momentInput(words: Words & { readonly initial?: Date }): Input<Date> {
  return input(words, {
    type: 'datetimepicker',
    ...(words.initial && { initial_date_time: Math.floor(words.initial.getTime() / 1_000) }),
  });
}

/** A calendar day. Gives "2026-11-30". */
export function dateInput(words: Words & { readonly initial?: string }): Input<string> {
  return input(words, {
    type: 'datepicker',
    ...(words.initial && { initial_date: words.initial }),
  });
}

/** A time of day in `timeZone`, which Slack shows below it. Gives "09:30". */
export function timeInput(
  words: Words & { readonly timeZone: string; readonly initial?: string },
): Input<string> {
  return input(words, {
    type: 'timepicker',
    timezone: words.timeZone,
    ...(words.initial && { initial_time: words.initial }),
  });
}

/** Files from the person's device, at most 10 MB each. Gives their Slack ids, for `engine.files`. */
export function fileInput(
  words: Words & {
    /** File endings, such as "csv". Slack checks only the name. */
    readonly endings?: readonly string[];
    readonly max?: number;
  },
): Input<string[]> {
  return input<string[]>(
    words,
    {
      type: 'file_input',
      max_files: words.max ?? 1,
      ...(words.endings && { filetypes: [...words.endings] }),
    },
    [],
  );
}

/** The same input below other blocks, such as a line across the form. */
export function below<Given>(blocks: readonly KnownBlock[], input: Input<Given>): Input<Given> {
  return { ...input, draw: (field, mayBeEmpty) => [...blocks, ...input.draw(field, mayBeEmpty)] };
}

type Element = InputBlock['element'];
// Distributed over the element types: the type that all have in common would be too narrow.
type Unnamed<One = Element> = One extends Element ? Omit<One, 'action_id'> : never;

function input<Given>(
  { label, hint, optional = false }: Words,
  element: Unnamed,
  empty: Input<Given>['empty'] = null,
): Input<Given> {
  return {
    empty,
    draw: (field, mayBeEmpty): readonly InputBlock[] => [
      {
        type: 'input',
        block_id: field,
        label: plain(shorten(label, limits.inputLabel)),
        optional: optional || mayBeEmpty,
        element: { ...element, action_id: field } as Element,
        ...(hint && { hint: plain(shorten(hint, limits.inputLabel)) }),
      },
    ],
  };
}

function options(
  { label, choices }: Pick<ChoiceWords<string>, 'label' | 'choices'>,
  most: number,
): PlainTextOption[] {
  return fitting(choices, most, `The choices of “${label}”`).map(option);
}

/** The words themselves as labels, capitalised. */
export function choicesOf<const Value extends string>(words: readonly Value[]): readonly Choice<Value>[] {
  return words.map((value) => ({ value, label: value.slice(0, 1).toUpperCase() + value.slice(1) }));
}
