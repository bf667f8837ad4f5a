import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { defineListAction } from '../../../core/tokens/page.ts';
import { filterShape, groupCode } from './model.ts';

/** The parcels behind a figure. */
export const listAction = defineListAction({ id: 'shipments.list', version: 1, filter: filterShape });
export const exportAction = defineAction({ id: 'shipments.export', version: 1, value: filterShape });
/** What is late, of a carrier, of a lane, or of all. */
export const lateAction = defineAction({
  id: 'shipments.late',
  version: 1,
  value: z.object({ of: groupCode.nullable() }),
});
/** What is wrong with parcels. */
export const exceptionsAction = defineAction({
  id: 'shipments.exceptions',
  version: 1,
  value: z.object({}),
});
/** Strikes and storms that are declared. */
export const showDisruptions = defineAction({
  id: 'shipments.disruptions',
  version: 1,
  value: z.object({}),
});
