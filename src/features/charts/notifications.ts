import { z } from 'zod';
import { defineNotification } from '../../core/tokens/notification.ts';

/** A chart for whoever asked. Its subject is the request; each post of it is one of its own. */
export const drawnChart = defineNotification({
  id: 'charts.drawn',
  priority: 'status',
  shape: 'once',
  late: 'deliver',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({ request: z.uuid(), post: z.int() }),
});
