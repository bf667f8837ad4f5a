import { plan, taskCard } from './agent.ts';
import { inContextActions } from './buttons.ts';
import { alert, card, carousel, container } from './cards.ts';
import { dataVisualization } from './charts.ts';
import {
  blockId,
  boolean,
  byType,
  type Check,
  type Issue,
  integer,
  is,
  isObject,
  list,
  object,
  refuse,
  string,
} from './check.ts';
import { inActions, inInput, inModalInput, inSection } from './elements.ts';
import { imageElement } from './images.ts';
import { file, image, video } from './media.ts';
import { richText } from './rich-text.ts';
import { dataTable, table } from './tables.ts';
import { anyText, mrkdwn, plainText } from './text.ts';

const id = { block_id: blockId };

/** Two elements of one block need different action_ids. */
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

const inContext = { image: imageElement, mrkdwn: mrkdwn(3_000), plain_text: plainText(3_000) };
const context = object(
  { type: is('context'), elements: list(byType(inContext, 'a context element'), 10) },
  id,
);

const actions = object(
  { type: is('actions'), elements: list(byType(inActions, 'an action'), 25) },
  id,
  distinctActions,
);

const input = (elements: Record<string, Check>) =>
  object(
    { type: is('input'), label: plainText(2_000), element: byType(elements, 'an input') },
    { ...id, hint: plainText(2_000), optional: boolean, dispatch_action: boolean },
    (value, pointer, issues) => {
      const upload = isObject(value.element) && value.element.type === 'file_input';
      if (upload && value.dispatch_action === true)
        refuse(issues, `${pointer}/element/type`, 'unsupported type: file_input, with dispatch_action');
    },
  );

const everywhere: Record<string, Check> = {
  section,
  header: object({ type: is('header'), text: plainText(150) }, { ...id, level: integer(1, 4) }),
  divider: object({ type: is('divider') }, id),
  context,
  actions,
  image,
  video,
  file,
  input: input(inInput),
  rich_text: richText,
};

/** The surfaces are those of https://docs.slack.dev/blocks.json. */
const inHome: Record<string, Check> = { ...everywhere, card, carousel, table, data_table: dataTable };
const inMessages: Record<string, Check> = {
  ...inHome,
  markdown: object({ type: is('markdown'), text: string(12_000) }, id),
  data_visualization: dataVisualization,
  container: container({ ...everywhere, table }),
  context_actions: object(
    { type: is('context_actions'), elements: list(byType(inContextActions, 'a context action'), 5) },
    id,
    distinctActions,
  ),
  task_card: taskCard,
  plan,
};
const inModals: Record<string, Check> = { ...everywhere, input: input(inModalInput), alert, card };

const postable = (blocks: Record<string, Check>) => Object.keys(blocks).filter((name) => name !== 'file');

/** The blocks an app may use on each surface, by name. */
export const surfaces = {
  message: postable(inMessages),
  modal: postable(inModals),
  home: postable(inHome),
};

export const blocksOf = {
  message: byType(inMessages, 'a block'),
  modal: byType(inModals, 'a block'),
  home: byType(inHome, 'a block'),
};
