import type { InputBlock, KnownBlock, PlainTextElement, PlainTextOption } from '@slack/types';
import type { Choice } from '../core/tokens/choice.ts';
import { fitting, limits, shorten } from './limits.ts';

/**
 * An input without a name: `formView` puts it beside a field of the form, whose name its block and its element get.
 * By the one the error is placed, by the other the value is found.
 */
export interface Input<Given> {
  draw(field: string, mayBeEmpty: boolean): readonly KnownBlock[];
  /** What the handler reads where nothing was entered. */
  readonly empty: null | readonly [];
  /** Never there: ties the input to what it gives when something was entered. */
  readonly gives?: Given;
}

interface Words {
  readonly label: string;
  readonly hint?: string;
  /** It can be left empty although its field does not accept that, so that the field's own sentence is read. */
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

/** One of several; at most a hundred. Where there may be more, `pickInput`. */
export function choiceInput<const Value extends string>(words: ChoiceWords<Value>): Input<Value> {
  const initial = words.choices.find(({ value }) => value === words.initial);
  return input(words, {
    type: 'static_select',
    options: options(words, limits.menuOptions),
    ...(initial && { initial_option: option(initial) }),
  });
}

/** One of more things than a menu shows: what is typed is looked for by the form's `suggests`. */
export function searchInput<Value extends string = string>(
  words: Words & {
    readonly initial?: Choice<Value> | undefined;
    /** How many characters are typed before anything is suggested; none: the first ones are there at once. */
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

/** One of all that there are: a menu while they fit, else looked for by the form's `suggests`. */
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

/** A moment, picked in the zone of the one who picks. */
export function momentInput(words: Words & { readonly initial?: Date }): Input<Date> {
  return input(words, {
    type: 'datetimepicker',
    ...(words.initial && { initial_date_time: Math.floor(words.initial.getTime() / 1_000) }),
  });
}

/** A day of the calendar. Gives "2026-11-30". */
export function dateInput(words: Words & { readonly initial?: string }): Input<string> {
  return input(words, {
    type: 'datepicker',
    ...(words.initial && { initial_date: words.initial }),
  });
}

/** A time of day on the clock of `timeZone`, which Slack shows below it. Gives "09:30". */
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
    /** Endings, such as "csv". Slack looks at no more than the name. */
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

/** The same input with something in front of it, such as a line across the form. */
export function below<Given>(blocks: readonly KnownBlock[], input: Input<Given>): Input<Given> {
  return { ...input, draw: (field, mayBeEmpty) => [...blocks, ...input.draw(field, mayBeEmpty)] };
}

type Element = InputBlock['element'];
// Each kind of element by itself: what they have in common would be too little.
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

/** The words themselves, each with a capital letter. */
export function choicesOf<const Value extends string>(words: readonly Value[]): readonly Choice<Value>[] {
  return words.map((value) => ({ value, label: value.slice(0, 1).toUpperCase() + value.slice(1) }));
}

/** As Slack takes one thing that can be picked. */
export function option({ value, label }: Choice): PlainTextOption {
  return { text: plain(shorten(label, limits.buttonText)), value };
}

function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
