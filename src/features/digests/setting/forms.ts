import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { draftShape, settingsShape } from '../digest/draft-model.ts';
import { haveDigests } from '../permissions.ts';

const { name, period, sections, kpis, tolerance, catchUp } = settingsShape.shape;
const carries = z.object({ id: z.uuid() });

/** What it says, where and when. */
const chosen = z.object({
  name,
  /** Empty: to whoever fills it in. */
  channel: z.string().nullable(),
  when: draftShape.shape.when,
  period,
  sections,
  kpis,
});
export type Chosen = z.output<typeof chosen>;

export const newForm = defineForm({
  id: 'digests.new-form',
  version: 1,
  permission: haveDigests,
  carries: z.object({}),
  fields: chosen,
});

export const editForm = defineForm({
  id: 'digests.edit-form',
  version: 1,
  permission: haveDigests,
  carries,
  fields: chosen,
});

/** What is rarely decided. */
export const optionsForm = defineForm({
  id: 'digests.options-form',
  version: 1,
  permission: haveDigests,
  carries,
  fields: z.object({
    empty: z.enum(['post', 'skip']),
    catchUp,
    tolerance: z.enum(['1', '5', '10', '0']).transform((tenths) => tolerance.parse(Number(tenths))),
  }),
});

export const pauseForm = defineForm({
  id: 'digests.pause-form',
  version: 1,
  permission: haveDigests,
  carries,
  fields: z.object({ until: z.date().nullable() }),
});

export const transferForm = defineForm({
  id: 'digests.transfer-form',
  version: 1,
  permission: haveDigests,
  carries,
  fields: z.object({ to: z.string('Pick who owns it from now on.') }),
});

/** Asks whether it shall go: what is deleted cannot be brought back. */
export const deleteForm = defineForm({
  id: 'digests.delete-form',
  version: 1,
  permission: haveDigests,
  carries,
  fields: z.object({}),
});
