import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { defineListAction } from '../../../core/tokens/page.ts';
import { deliveriesShown } from './model.ts';

const none = z.object({});
const one = z.object({ id: z.uuid() });
const deliveries = z.object({ source: z.uuid().nullable(), show: z.enum(deliveriesShown) });
const refusals = z.object({ since: z.enum(['day', 'month']) });

export const listAction = defineAction({ id: 'sources.list', version: 1, value: none });
export const showAction = defineAction({ id: 'sources.show', version: 1, value: one });
export const addAction = defineAction({ id: 'sources.add', version: 1, value: none });
export const editAction = defineAction({ id: 'sources.edit', version: 1, value: one });
export const secretAction = defineAction({ id: 'sources.secret', version: 1, value: one });
export const placeAction = defineAction({ id: 'sources.place', version: 1, value: one });
export const pauseAction = defineAction({
  id: 'sources.pause',
  version: 1,
  value: one.extend({ paused: z.boolean() }),
});
export const removeAction = defineAction({ id: 'sources.remove', version: 1, value: one });
/** Sends itself a delivery, signed with the source's secret. */
export const testAction = defineAction({ id: 'sources.test', version: 1, value: one });

export const deliveriesAction = defineListAction({
  id: 'sources.deliveries',
  version: 1,
  filter: deliveries,
});
export const deliveriesFileAction = defineAction({
  id: 'sources.deliveries-file',
  version: 1,
  value: deliveries,
});
/** Handles a delivery again, and redraws the list with its filter. */
export const replayAction = defineAction({
  id: 'sources.replay',
  version: 1,
  value: deliveries.extend({ id: z.uuid() }),
});
export const refusalsAction = defineListAction({ id: 'sources.refusals', version: 1, filter: refusals });
export const refusalsFileAction = defineAction({
  id: 'sources.refusals-file',
  version: 1,
  value: refusals,
});
