import { z } from 'zod';
import { defineNotification } from '../../../core/tokens/notification.ts';

/** The living card of a watched SKU, one per place. */
export const watchCard = defineNotification({
  id: 'stock.watch',
  priority: 'status',
  shape: 'living',
  late: 'collapse',
  inDoubt: 'repeat',
  // Somebody asked for it.
  counted: false,
  facts: z.object({}),
});

/** A line below the card when the status changes for the worse or back from out: an edit alone notifies nobody. */
export const crossing = defineNotification({
  id: 'stock.crossing',
  priority: 'decision',
  shape: 'once',
  late: 'collapse',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({
    sku: z.uuid(),
    before: z.string(),
    after: z.string(),
    available: z.number().int(),
  }),
});
