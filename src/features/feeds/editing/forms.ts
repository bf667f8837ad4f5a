import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { changeFeeds } from '../permissions.ts';
import { feedDraft } from './draft-model.ts';

export const changeForm = defineForm({
  id: 'feeds.change-form',
  version: 1,
  permission: changeFeeds,
  carries: z.object({ id: z.uuid() }),
  fields: feedDraft,
});
