import {
  blockId,
  boolean,
  byType,
  type Check,
  type Issue,
  is,
  isObject,
  list,
  number,
  object,
  oneOf,
  refuse,
  string,
} from './check.ts';
import { imageElement, imageSource, inActions, inInput, inSection, oneImageSource } from './elements.ts';
import { richTextFields } from './rich-text.ts';
import { anyText, mrkdwn, plainText } from './text.ts';

const id = { block_id: blockId };

/** Two elements of one block with the same action_id cannot be told apart. */
function distinctActions(value: Record<string, unknown>, pointer: string, issues: Issue[]): void {
  const seen = new Set<unknown>();
  for (const [i, element] of (Array.isArray(value.elements) ? value.elements : []).entries()) {
    const action = isObject(element) ? element.action_id : undefined;
    if (action === undefined) continue;
    if (seen.has(action))
      refuse(issues, `${pointer}/elements/${i}/action_id`, `action_id is repeated: ${String(action)}`);
    seen.add(action);
  }
}

const section = object(
  { type: is('section') },
  {
    ...id,
    text: anyText(3_000),
    fields: list(anyText(2_000), 10),
    accessory: byType(inSection, 'an accessory'),
    expand: boolean,
  },
  (value, pointer, issues) => {
    if (value.text === undefined && value.fields === undefined)
      refuse(issues, pointer, 'must have text or fields');
  },
);

const context = object(
  {
    type: is('context'),
    elements: list(
      byType(
        { image: imageElement, mrkdwn: mrkdwn(3_000), plain_text: plainText(3_000) },
        'a context element',
      ),
      10,
    ),
  },
  id,
);

const table = object(
  {
    type: is('table'),
    rows: list(
      list(
        byType(
          {
            raw_text: object({ type: is('raw_text'), text: string(3_000) }),
            raw_number: object({ type: is('raw_number'), value: number, text: string(255) }),
            rich_text: object(richTextFields, id),
          },
          'a table cell',
        ),
        20,
      ),
      100,
    ),
  },
  {
    ...id,
    column_settings: list(object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean }), 20),
  },
);

const everywhere: Record<string, Check> = {
  section,
  header: object({ type: is('header'), text: plainText(150) }, id),
  divider: object({ type: is('divider') }, id),
  context,
  actions: object(
    { type: is('actions'), elements: list(byType(inActions, 'an action'), 25) },
    id,
    distinctActions,
  ),
  image: object(
    { type: is('image'), alt_text: string(2_000) },
    { ...id, ...imageSource, title: plainText(2_000) },
    oneImageSource,
  ),
  input: object(
    { type: is('input'), label: plainText(2_000), element: byType(inInput, 'an input') },
    { ...id, hint: plainText(2_000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: object(richTextFields, id),
};

/** The blocks of each surface: tables exist in messages only. */
export const blocksOf = {
  message: byType({ ...everywhere, table }, 'a block'),
  modal: byType(everywhere, 'a block'),
  home: byType(everywhere, 'a block'),
};
