import { z } from 'zod';
import { defineAction } from '../../core/tokens/action.ts';

/** How everything is running, as `/ops health` tells it. */
export const healthAction = defineAction({ id: 'ops.health', version: 1, value: z.object({}) });
/** Shows one result of "find anything". */
export const openFound = defineAction({
  id: 'ops.open',
  version: 1,
  value: z.object({ kind: z.string().max(20), id: z.string().max(64) }),
});
