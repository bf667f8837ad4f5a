import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { readKpis } from '../permissions.ts';

/** Where to share a figure that somebody reads outside any channel. */
export const shareForm = defineForm({
  id: 'kpis.share-form',
  version: 1,
  permission: readKpis,
  /** As a button carries it. */
  carries: z.object({ f: z.string() }),
  fields: z.object({ channel: z.string('Pick a channel.') }),
});
