import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { defineListAction } from '../../../core/tokens/page.ts';
import { filterShape } from './model.ts';

/** Another page of what is on its way, or another filter. */
export const listInbound = defineListAction({ id: 'purchases.inbound', version: 1, filter: filterShape });
/** All pages as a file. */
export const inboundAsFile = defineAction({ id: 'purchases.inbound-export', version: 1, value: filterShape });
/** Opens the form that gives a line another day. */
export const newDate = defineAction({
  id: 'purchases.new-date',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
