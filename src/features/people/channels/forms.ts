import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { purposes } from './model.ts';

/** The channel of each purpose; one input each. */
export const channelsForm = defineForm({
  id: 'people.channels-form',
  version: 1,
  carries: z.object({}),
  fields: z.object(Object.fromEntries(purposes.map(({ field }) => [field, z.string().nullable()]))),
});
