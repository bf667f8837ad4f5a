import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { defineListAction } from '../../../core/tokens/page.ts';
import { filterShape } from './model.ts';

/** The orders behind a figure. */
export const listAction = defineListAction({ id: 'orders.list', version: 1, filter: filterShape });
export const exportAction = defineAction({ id: 'orders.export', version: 1, value: filterShape });
/** The whole backlog by stage and due, of one location or of all. */
export const backlogAction = defineAction({
  id: 'orders.backlog',
  version: 1,
  value: z.object({ at: z.string().max(20).nullable() }),
});
