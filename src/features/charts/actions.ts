import { z } from 'zod';
import { defineAction } from '../../core/tokens/action.ts';

/** Opens the form that asks for the channel. */
export const shareChart = defineAction({
  id: 'charts.share',
  version: 1,
  value: z.object({ request: z.uuid() }),
});
