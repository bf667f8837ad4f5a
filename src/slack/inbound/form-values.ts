/** The state of an input in Slack's payload. */
interface Entered {
  readonly type: string;
  readonly value?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly selected_options?: readonly { readonly value: string }[];
  readonly selected_user?: string | null;
  readonly selected_users?: readonly string[];
  readonly selected_conversation?: string | null;
  readonly selected_channel?: string | null;
  readonly selected_date?: string | null;
  readonly selected_time?: string | null;
  readonly selected_date_time?: number | null;
  readonly files?: readonly { readonly id: string }[];
}

type State = Readonly<Record<string, Readonly<Record<string, Entered>>>>;

/** The values of a form by input name: null for an empty input, a Date for a moment, ids for files. */
export function valuesOf(state: State): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(state).flatMap(([block, elements]) =>
      Object.values(elements).map((entered) => [block, entryOf(entered)]),
    ),
  );
}

function entryOf(entered: Entered): unknown {
  switch (entered.type) {
    case 'number_input':
      return entered.value ? Number(entered.value) : null;
    case 'static_select':
    case 'radio_buttons':
    case 'external_select':
      return entered.selected_option?.value ?? null;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return (entered.selected_options ?? []).map(({ value }) => value);
    case 'file_input':
      return (entered.files ?? []).map(({ id }) => id);
    case 'users_select':
      return entered.selected_user ?? null;
    case 'multi_users_select':
      return entered.selected_users ?? [];
    case 'conversations_select':
      return entered.selected_conversation ?? null;
    case 'channels_select':
      return entered.selected_channel ?? null;
    case 'datepicker':
      return entered.selected_date ?? null;
    case 'timepicker':
      return entered.selected_time ?? null;
    case 'datetimepicker':
      return entered.selected_date_time ? new Date(entered.selected_date_time * 1_000) : null;
    default:
      return entered.value?.trim() || null;
  }
}
