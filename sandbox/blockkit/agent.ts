import {
  blockId,
  byType,
  type Check,
  is,
  isObject,
  list,
  object,
  oneOf,
  string,
  webAddress,
} from './check.ts';
import { richText } from './rich-text.ts';

const id = { block_id: blockId };
const source = object({ type: is('url'), url: webAddress(3_000), text: string(3_000) });

/** Steps of a longer task, and their plan. */
export const taskCard: Check = object(
  {
    type: is('task_card'),
    task_id: string(255),
    title: string(3_000),
  },
  {
    ...id,
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
    details: richText,
    output: richText,
    sources: list(source, 100),
  },
);

/** Inside a plan a task may leave out its type. */
const planned: Check = (value, pointer, issues) => {
  const named = isObject(value) ? { type: 'task_card', ...value } : value;
  byType({ task_card: taskCard }, 'a task')(named, pointer, issues);
};

export const plan: Check = object(
  { type: is('plan'), title: string(3_000) },
  { ...id, tasks: list(planned, 100) },
);
