import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

/** The parcels in trouble inside a disruption. */
export const showDisrupted = defineAction({
  id: 'shipments.disrupted',
  version: 1,
  value: z.object({ id: z.uuid() }),
});
