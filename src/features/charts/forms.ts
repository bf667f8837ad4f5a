import { z } from 'zod';
import { defineForm } from '../../core/declare/form.ts';
import { askForCharts } from './permissions.ts';

/** A chart comes by direct message: where to share it. */
export const shareForm = defineForm({
  id: 'charts.share-form',
  version: 1,
  permission: askForCharts,
  carries: z.object({ request: z.uuid() }),
  fields: z.object({ channel: z.string('Pick a channel.') }),
});
