import { z } from 'zod';

const picked = z.object({ value: z.string().max(2_000) });
const ref = z.string().max(255);

/** The state of an input in Slack's payload, with Slack's length limits. */
const enteredShape = z.object({
  type: z.string(),
  // More than an input allows: an emoji arrives as its name. The form refuses what is too long, with a sentence.
  value: z.string().max(40_000).nullish(),
  selected_option: picked.nullish(),
  selected_options: z.array(picked).max(100).nullish(),
  selected_user: ref.nullish(),
  selected_users: z.array(ref).max(1_000).nullish(),
  selected_conversation: ref.nullish(),
  selected_channel: ref.nullish(),
  selected_date: ref.nullish(),
  selected_time: ref.nullish(),
  selected_date_time: z.number().nullish(),
  files: z
    .array(z.object({ id: ref }))
    .max(100)
    .nullish(),
});

/** The inputs of a form by block and element. */
export const stateShape = z.record(z.string(), z.record(z.string(), enteredShape));

type Entered = z.output<typeof enteredShape>;
export type FormState = z.output<typeof stateShape>;

/**
 * The values of a form by the names of its inputs; null where nothing was entered, a Date for a moment, the ids of
 * files.
 */
export function valuesOf(state: FormState): Readonly<Record<string, unknown>> {
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
