import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { changeChannels } from '../permissions.ts';
import { purposes } from './model.ts';

/** The channel of each purpose; one input each. */
export const channelsForm = defineForm({
  id: 'people.channels-form',
  version: 1,
  permission: changeChannels,
  carries: z.object({}),
  fields: z.object(Object.fromEntries(purposes.map(({ field }) => [field, z.string().nullable()]))),
});
