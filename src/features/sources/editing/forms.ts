import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { changeSources } from '../permissions.ts';
import { placeDraft, secretDraft, settingsDraft, sourceDraft } from './draft-model.ts';

const carries = z.object({ id: z.uuid() });

export const addForm = defineForm({
  id: 'sources.add-form',
  version: 1,
  permission: changeSources,
  carries: z.object({}),
  fields: sourceDraft,
  secret: true,
});

export const editForm = defineForm({
  id: 'sources.edit-form',
  version: 1,
  permission: changeSources,
  carries,
  fields: settingsDraft,
});

export const secretForm = defineForm({
  id: 'sources.secret-form',
  version: 1,
  permission: changeSources,
  carries,
  fields: secretDraft,
  secret: true,
});

export const placeForm = defineForm({
  id: 'sources.place-form',
  version: 1,
  permission: changeSources,
  carries,
  fields: placeDraft,
});

export const removeForm = defineForm({
  id: 'sources.remove-form',
  version: 1,
  permission: changeSources,
  carries,
  fields: z.object({}),
});
