import { blockId, byType, type Check, is, list, object, oneOf, string, webAddress } from './check.ts';
import { richText } from './rich-text.ts';

const id = { block_id: blockId };
const source = object({ type: is('url'), url: webAddress(3_000), text: string(3_000) });

/** Steps of a longer task, and their plan. */
export const taskCard: Check = object(
  {
    type: is('task_card'),
    task_id: string(255),
    title: string(3_000),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  },
  { ...id, details: richText, output: richText, sources: list(source, 100) },
);

export const plan: Check = object(
  { type: is('plan'), title: string(3_000) },
  { ...id, tasks: list(byType({ task_card: taskCard }, 'a task'), 100) },
);
