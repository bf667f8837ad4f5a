import {
  actionId,
  boolean,
  type Check,
  integer,
  is,
  list,
  matching,
  object,
  oneOf,
  ordered,
  string,
} from './check.ts';
import { richText } from './rich-text.ts';
import { plainText } from './text.ts';

const dispatch = object(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 2) },
);
const typed = {
  action_id: actionId,
  focus_on_load: boolean,
  placeholder: plainText(150),
  dispatch_action_config: dispatch,
};
const decimal = matching(/^-?\d+(\.\d+)?$/, 'a number written as a string');

export const richTextInput = object(
  { type: is('rich_text_input') },
  { ...typed, initial_value: richText, min_lines: integer(1, 100), max_lines: integer(1, 100) },
  ordered('min_lines', 'max_lines'),
);

export const inputs: Record<string, Check> = {
  plain_text_input: object(
    { type: is('plain_text_input') },
    {
      ...typed,
      multiline: boolean,
      initial_value: string(3_000, 0),
      min_length: integer(0, 3_000),
      max_length: integer(1, 3_000),
    },
    ordered('min_length', 'max_length'),
  ),
  number_input: object(
    { type: is('number_input'), is_decimal_allowed: boolean },
    { ...typed, initial_value: decimal, min_value: decimal, max_value: decimal },
    ordered('min_value', 'max_value'),
  ),
  email_text_input: object({ type: is('email_text_input') }, { ...typed, initial_value: string(3_000) }),
  url_text_input: object({ type: is('url_text_input') }, { ...typed, initial_value: string(3_000) }),
  rich_text_input: richTextInput,
};

/** Uploads exist only in modals. */
export const fileInput = object(
  { type: is('file_input') },
  { action_id: actionId, filetypes: list(string(50), 100), max_files: integer(1, 10) },
);
