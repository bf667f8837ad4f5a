import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { hoursDraft } from '../calendars/draft-model.ts';
import { locationDraft } from '../location/draft-model.ts';
import { changeLocations } from '../permissions.ts';

const carries = z.object({ code: z.string().nullable() });

export const addForm = defineForm({
  id: 'locations.add-form',
  version: 1,
  permission: changeLocations,
  carries: z.object({}),
  fields: locationDraft.extend({ code: z.string('Give it a code, such as HAM.') }),
});

export const editForm = defineForm({
  id: 'locations.edit-form',
  version: 1,
  permission: changeLocations,
  carries: z.object({ code: z.string() }),
  fields: locationDraft,
});

export const hoursForm = defineForm({
  id: 'locations.hours-form',
  version: 1,
  permission: changeLocations,
  carries,
  fields: hoursDraft,
});

export const dayOffForm = defineForm({
  id: 'locations.day-off-form',
  version: 1,
  permission: changeLocations,
  carries,
  fields: z.object({
    on: z.string('Pick a day.'),
    name: z.string('Say what it is.').max(80, 'At most 80 characters.'),
    what: z.enum(['off', 'works'], 'Say whether people work.'),
  }),
});
