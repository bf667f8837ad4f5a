import { actionId, type Check, is, list, object, oneOf, string, webAddress } from './check.ts';
import { confirm, overflowOption } from './options.ts';
import { plainText } from './text.ts';

const label = { accessibility_label: string(75) };

export const button = object(
  { type: is('button'), text: plainText(75) },
  {
    action_id: actionId,
    confirm,
    value: string(2_000),
    url: webAddress(3_000),
    style: oneOf('primary', 'danger'),
    ...label,
  },
);

export const overflow = object(
  { type: is('overflow'), options: list(overflowOption, 5) },
  { action_id: actionId, confirm },
);

const parameter = object({ name: string(255), value: string(2_000, 0) });
const trigger = object({ url: webAddress(3_000) }, { customizable_input_parameters: list(parameter, 100) });

export const workflowButton: Check = object(
  { type: is('workflow_button'), text: plainText(75), workflow: object({ trigger }) },
  { action_id: actionId, confirm, style: oneOf('primary', 'danger'), ...label },
);

const verdict = object({ text: plainText(75), value: string(2_000) }, label);

/** The small buttons below an answer; Slack has only a trash icon. */
export const inContextActions: Record<string, Check> = {
  feedback_buttons: object(
    { type: is('feedback_buttons'), positive_button: verdict, negative_button: verdict },
    { action_id: actionId },
  ),
  icon_button: object(
    { type: is('icon_button'), icon: oneOf('trash'), text: plainText(75) },
    {
      action_id: actionId,
      confirm,
      value: string(2_000),
      visible_to_user_ids: list(string(255), 100),
      ...label,
    },
  ),
};
