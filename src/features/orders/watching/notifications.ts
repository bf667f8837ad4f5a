import { z } from 'zod';
import { defineNotification } from '../../../core/tokens/notification.ts';

/** The living card of a watched order, one per place. */
export const watchCard = defineNotification({
  id: 'orders.watched',
  priority: 'status',
  shape: 'living',
  late: 'collapse',
  inDoubt: 'repeat',
  // Somebody asked for it.
  counted: false,
  facts: z.object({}),
});

/** A line below the card when it leaves, comes, comes back, is cancelled or held: an edit alone notifies nobody. */
export const crossing = defineNotification({
  id: 'orders.crossing',
  priority: 'decision',
  shape: 'once',
  late: 'collapse',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({ id: z.uuid(), before: z.string(), after: z.string() }),
});
