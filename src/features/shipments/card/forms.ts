import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { readShipments } from '../permissions.ts';

/** Where to share a card that somebody reads outside any channel. */
export const shareForm = defineForm({
  id: 'shipments.share-form',
  version: 1,
  permission: readShipments,
  carries: z.object({ id: z.uuid() }),
  fields: z.object({ channel: z.string('Pick a channel.') }),
});
