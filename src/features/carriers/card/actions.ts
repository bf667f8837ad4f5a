import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';
import { defineListAction } from '../../../core/tokens/page.ts';

const code = z.string().max(20).nullable();
const filter = z.object({ at: code, of: code });
const one = z.object({ id: z.uuid() });

export const listAction = defineListAction({ id: 'carriers.list', version: 1, filter });
export const exportAction = defineAction({ id: 'carriers.export', version: 1, value: filter });
export const showAction = defineAction({ id: 'carriers.show', version: 1, value: one });
export const addAction = defineAction({ id: 'carriers.add', version: 1, value: z.object({ at: code }) });
export const addCarrierAction = defineAction({
  id: 'carriers.add-carrier',
  version: 1,
  value: z.object({}),
});
export const editAction = defineAction({ id: 'carriers.edit', version: 1, value: one });
export const dayAction = defineAction({ id: 'carriers.day', version: 1, value: one });
export const removeDayAction = defineAction({
  id: 'carriers.remove-day',
  version: 1,
  value: one.extend({ on: z.string().max(10) }),
});
export const endAction = defineAction({ id: 'carriers.end', version: 1, value: one });
/** The collections of a location, from its card. */
export const placeAction = defineAction({
  id: 'carriers.place',
  version: 1,
  value: z.object({ location: z.uuid() }),
});
