import { z } from 'zod';
import { defineNotification } from '../../../core/tokens/notification.ts';

/** The living card of a watched shipment, one per place. */
export const watchCard = defineNotification({
  id: 'shipments.watched',
  priority: 'status',
  shape: 'living',
  late: 'collapse',
  inDoubt: 'repeat',
  // Somebody asked for it.
  counted: false,
  facts: z.object({}),
});

/** A line below the card when it comes, turns back, or something goes wrong: an edit alone notifies nobody. */
export const crossing = defineNotification({
  id: 'shipments.crossing',
  priority: 'decision',
  shape: 'once',
  late: 'collapse',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({ id: z.uuid(), before: z.string(), after: z.string() }),
});
