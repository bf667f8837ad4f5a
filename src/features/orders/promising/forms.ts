import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { setPromiseRules } from '../permissions.ts';
import { endDraft, ruleDraft } from './draft-model.ts';

export const ruleForm = defineForm({
  id: 'orders.promise-rule-form',
  version: 1,
  permission: setPromiseRules,
  carries: z.object({}),
  fields: ruleDraft,
});

export const endForm = defineForm({
  id: 'orders.end-promise-form',
  version: 1,
  permission: setPromiseRules,
  carries: z.object({ id: z.uuid() }),
  fields: endDraft,
});
