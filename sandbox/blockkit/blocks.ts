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
  );

const everywhere: Record<string, Check> = {
  section,
  header: object({ type: is('header'), text: plainText(150) }, id),
  divider: object({ type: is('divider') }, id),
  context,
  actions,
  image,
  video,
  file,
  input: input(inInput),
  rich_text: richText,
};

/**
 * The reference does not give the surface of every block, such as cards, containers and charts: those are for messages
 * only.
 */
const inMessages: Record<string, Check> = {
  ...everywhere,
  markdown: object({ type: is('markdown'), text: string(12_000) }, id),
  table,
  data_table: dataTable,
  data_visualization: dataVisualization,
  card,
  carousel,
  container: container({ ...everywhere, table }),
  context_actions: object(
    { type: is('context_actions'), elements: list(byType(inContextActions, 'a context action'), 5) },
    id,
    distinctActions,
  ),
  task_card: taskCard,
  plan,
};
const inModals: Record<string, Check> = { ...everywhere, input: input(inModalInput), alert };

const postable = (blocks: Record<string, Check>) => Object.keys(blocks).filter((name) => name !== 'file');

/** The blocks an app may use on each surface, by name. */
export const surfaces = {
  message: postable(inMessages),
  modal: postable(inModals),
  home: postable(everywhere),
};

export const blocksOf = {
  message: byType(inMessages, 'a block'),
  modal: byType(inModals, 'a block'),
  home: byType(everywhere, 'a block'),
};
