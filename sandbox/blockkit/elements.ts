import {
  actionId,
  boolean,
  type Check,
  integer,
  is,
  isObject,
  list,
  matching,
  object,
  oneOf,
  refuse,
  string,
  webAddress,
} from './check.ts';
import {
  choiceOption,
  confirm,
  initialIsOffered,
  offered,
  option,
  optionGroup,
  overflowOption,
} from './options.ts';
import { plainText } from './text.ts';

const common = { action_id: actionId, confirm, focus_on_load: boolean };
const placed = { ...common, placeholder: plainText(150) };
const ids = list(string(255), 100, 0);
const most = { max_selected_items: integer(1, 100) };
const choices = { options: list(option, 100), option_groups: list(optionGroup, 100) };
const filter = object(
  {},
  {
    include: list(oneOf('im', 'mpim', 'private', 'public'), 4),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);
const conversations = { default_to_current_conversation: boolean, filter };
const fileReference = object({}, { id: string(255), url: webAddress(3_000) });

const button = object(
  { type: is('button'), text: plainText(75) },
  {
    action_id: actionId,
    confirm,
    value: string(2_000),
    url: webAddress(3_000),
    style: oneOf('primary', 'danger'),
    accessibility_label: string(75),
  },
);

export const imageSource = { image_url: webAddress(3_000), slack_file: fileReference };
export const oneImageSource: NonNullable<Parameters<typeof object>[2]> = (value, pointer, issues) => {
  if ((value.image_url === undefined) === (value.slack_file === undefined)) {
    refuse(issues, pointer, 'must have either image_url or slack_file');
  }
  const file = value.slack_file;
  if (isObject(file) && (file.id === undefined) === (file.url === undefined)) {
    refuse(issues, `${pointer}/slack_file`, 'must have either id or url');
  }
};

export const imageElement: Check = object(
  { type: is('image'), alt_text: string(2_000) },
  imageSource,
  oneImageSource,
);

const selects: Record<string, Check> = {
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
    offered,
  ),
  multi_users_select: object({ type: is('multi_users_select') }, { ...placed, ...most, initial_users: ids }),
  multi_channels_select: object(
    { type: is('multi_channels_select') },
    { ...placed, ...most, initial_channels: ids },
  ),
  multi_conversations_select: object(
    { type: is('multi_conversations_select') },
    { ...placed, ...most, ...conversations, initial_conversations: ids },
  ),
};

const pickers: Record<string, Check> = {
  datepicker: object(
    { type: is('datepicker') },
    { ...placed, initial_date: matching(/^\d{4}-\d{2}-\d{2}$/, 'a date like 2026-11-30') },
  ),
  timepicker: object(
    { type: is('timepicker') },
    {
      ...placed,
      initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time like 14:05'),
      timezone: string(255),
    },
  ),
  datetimepicker: object(
    { type: is('datetimepicker') },
    { ...common, initial_date_time: integer(1_000_000_000, 9_999_999_999) },
  ),
};

const boxes: Record<string, Check> = {
  checkboxes: object(
    { type: is('checkboxes'), options: list(choiceOption, 10) },
    { ...common, initial_options: list(choiceOption, 10) },
    initialIsOffered,
  ),
  radio_buttons: object(
    { type: is('radio_buttons'), options: list(choiceOption, 10) },
    { ...common, initial_option: choiceOption },
    initialIsOffered,
  ),
};

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

const inputs: Record<string, Check> = {
  plain_text_input: object(
    { type: is('plain_text_input') },
    {
      ...typed,
      multiline: boolean,
      initial_value: string(3_000, 0),
      min_length: integer(0, 3_000),
      max_length: integer(1, 3_000),
    },
  ),
  number_input: object(
    { type: is('number_input'), is_decimal_allowed: boolean },
    { ...typed, initial_value: decimal, min_value: decimal, max_value: decimal },
  ),
  email_text_input: object({ type: is('email_text_input') }, { ...typed, initial_value: string(3_000) }),
  url_text_input: object({ type: is('url_text_input') }, { ...typed, initial_value: string(3_000) }),
};

const overflow = object(
  { type: is('overflow'), options: list(overflowOption, 5) },
  { action_id: actionId, confirm },
);

/** Which elements stand in which kind of block. */
export const inActions: Record<string, Check> = { button, overflow, ...selects, ...pickers, ...boxes };
export const inSection: Record<string, Check> = { ...inActions, image: imageElement };
export const inInput: Record<string, Check> = { ...selects, ...pickers, ...boxes, ...inputs };
