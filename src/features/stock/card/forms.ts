import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { lookUpStock } from '../permissions.ts';

/** Where to share a card that somebody reads outside any channel. */
export const shareForm = defineForm({
  id: 'stock.share-form',
  version: 1,
  permission: lookUpStock,
  carries: z.object({ sku: z.uuid() }),
  fields: z.object({ channel: z.string('Pick a channel.') }),
});
