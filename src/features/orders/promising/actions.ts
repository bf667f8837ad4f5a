import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { defineListAction } from '../../../core/tokens/page.ts';

const filter = z.object({ show: z.enum(['current', 'ended']) });

export const listAction = defineListAction({ id: 'orders.promises', version: 1, filter });
export const exportAction = defineAction({ id: 'orders.promises-export', version: 1, value: filter });
export const addAction = defineAction({ id: 'orders.add-promise', version: 1, value: z.object({}) });
export const endAction = defineAction({
  id: 'orders.end-promise',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
