import { z } from 'zod';
import { day } from '../../../core/time/shapes.ts';
import { defineNotification } from '../../../core/tokens/notification.ts';

/** A line below the card of a watched SKU: what is on its way comes on another day. */
export const receiptMoved = defineNotification({
  id: 'stock.receipt-moved',
  priority: 'decision',
  shape: 'once',
  late: 'collapse',
  inDoubt: 'repeat',
  counted: false,
  facts: z.object({
    skuId: z.uuid(),
    units: z.int(),
    ref: z.string(),
    sender: z.string().nullable(),
    before: day.nullable(),
    expectedOn: day.nullable(),
    why: z.string().nullable(),
    by: z.string(),
  }),
});
