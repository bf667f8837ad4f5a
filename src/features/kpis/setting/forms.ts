import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { setTargets } from '../permissions.ts';
import { targetDraft } from './draft-model.ts';

export const targetForm = defineForm({
  id: 'kpis.target-form',
  version: 1,
  permission: setTargets,
  carries: z.object({ kpi: z.string() }),
  fields: targetDraft,
});
