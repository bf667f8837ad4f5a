import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { carrierDraft } from '../carrier/draft-model.ts';
import { dayDraft, editDraft, endDraft, newDraft } from '../collection/draft-model.ts';
import { changeCarriers } from '../permissions.ts';

const carries = z.object({ id: z.uuid() });

export const addForm = defineForm({
  id: 'carriers.add-form',
  version: 1,
  permission: changeCarriers,
  carries: z.object({}),
  fields: newDraft,
});

export const carrierForm = defineForm({
  id: 'carriers.carrier-form',
  version: 1,
  permission: changeCarriers,
  carries: z.object({}),
  fields: carrierDraft,
});

export const editForm = defineForm({
  id: 'carriers.edit-form',
  version: 1,
  permission: changeCarriers,
  // How the collection stood when the form was opened.
  carries: carries.extend({ mark: z.string().max(16) }),
  fields: editDraft,
});

export const dayForm = defineForm({
  id: 'carriers.day-form',
  version: 1,
  permission: changeCarriers,
  carries,
  fields: dayDraft,
});

export const endForm = defineForm({
  id: 'carriers.end-form',
  version: 1,
  permission: changeCarriers,
  carries,
  fields: endDraft,
});
