import {
  actionId,
  boolean,
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

// https://docs.slack.dev/messaging/work-objects-implementation; the shapes are those of @slack/types.
const anything: Check = () => {};
const file = object({}, { id: string(255), url: webAddress(3_000), type: string(255) });
const icon = object({ alt_text: string(2_000) }, { url: webAddress(3_000), slack_file: file });
const action = object(
  { text: string(75), action_id: actionId },
  {
    value: string(2_000),
    style: oneOf('primary', 'danger'),
    url: webAddress(3_000),
    accessibility_label: string(75),
    processing_state: object({ enabled: boolean }, { interstitial_text: string(255) }),
  },
);
const attributes = object(
  { title: object({ text: string(3_000) }, { edit: anything }) },
  {
    display_type: string(255),
    display_id: string(255),
    product_icon: icon,
    product_name: string(255),
    locale: string(255),
    full_size_preview: anything,
    metadata_last_modified: anything,
  },
);
/** What a field holds depends on its type, which an app may name itself. */
const customField: Check = (value, pointer, issues) => {
  if (!isObject(value)) return refuse(issues, pointer, 'must be an object');
  for (const part of ['label', 'key', 'type'])
    if (typeof value[part] !== 'string') refuse(issues, pointer, `missing required field: ${part}`);
};
const fields: Check = (value, pointer, issues) => {
  if (!isObject(value)) refuse(issues, pointer, 'must be an object');
};
const payload = object(
  { attributes },
  {
    fields,
    custom_fields: list(customField, 100, 0),
    slack_file: file,
    display_order: list(string(255), 100, 0),
    actions: object({}, { primary_actions: list(action, 100, 0), overflow_actions: list(action, 100, 0) }),
  },
);
const kinds = ['task', 'file', 'item', 'incident', 'content_item'].map((kind) => `slack#/entities/${kind}`);
const described = {
  entity_type: oneOf(...kinds),
  entity_payload: payload,
  external_ref: object({ id: string(255) }, { type: string(255) }),
  url: webAddress(3_000),
};
const posted = object(described, { app_unfurl_url: webAddress(3_000) });
const unfurled = object({ ...described, app_unfurl_url: webAddress(3_000) });

/** Everything Slack would refuse in the Work Objects of a message, or of an unfurled link, which names its link. */
export function validateEntities(entities: unknown, of: 'message' | 'unfurl'): Issue[] {
  const issues: Issue[] = [];
  list(of === 'unfurl' ? unfurled : posted, 100)(entities, '/metadata/entities', issues);
  return issues;
}
