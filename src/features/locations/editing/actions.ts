import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

/** A location by its code; null: the business. */
const place = z.object({ code: z.string().max(20).nullable() });

export const listAction = defineAction({ id: 'locations.list', version: 1, value: z.object({}) });
export const showAction = defineAction({ id: 'locations.show', version: 1, value: place });
export const addAction = defineAction({ id: 'locations.add', version: 1, value: z.object({}) });
export const editAction = defineAction({ id: 'locations.edit', version: 1, value: place });
export const hoursAction = defineAction({ id: 'locations.hours', version: 1, value: place });
export const dayOffAction = defineAction({ id: 'locations.day-off', version: 1, value: place });
export const removeDayOffAction = defineAction({
  id: 'locations.remove-day-off',
  version: 1,
  value: place.extend({ on: z.string().max(10) }),
});
export const removeHoursAction = defineAction({
  id: 'locations.remove-hours',
  version: 1,
  value: place.extend({ from: z.string().max(10) }),
});
export const closeAction = defineAction({
  id: 'locations.close',
  version: 1,
  value: place.extend({ active: z.boolean() }),
});
