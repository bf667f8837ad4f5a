import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { dayOffName, hoursDraft } from '../calendars/draft-model.ts';
import { locationDraft } from '../location/draft-model.ts';
import { changeLocations } from '../permissions.ts';

/** How the place stood when the form was opened. */
const mark = z.string().max(16);
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
  carries: z.object({ code: z.string(), mark }),
  fields: locationDraft,
});

export const hoursForm = defineForm({
  id: 'locations.hours-form',
  version: 1,
  permission: changeLocations,
  carries: carries.extend({ mark }),
  fields: hoursDraft,
});

export const closeForm = defineForm({
  id: 'locations.close-form',
  version: 1,
  permission: changeLocations,
  carries: z.object({ code: z.string() }),
  fields: z.object({}),
});

export const dayOffForm = defineForm({
  id: 'locations.day-off-form',
  version: 1,
  permission: changeLocations,
  carries,
  fields: z.object({
    on: z.string('Pick a day.'),
    name: dayOffName,
    what: z.enum(['off', 'works'], 'Say whether people work.'),
  }),
});
