import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { changePolicy } from '../permissions.ts';
import { ruleDraft, stageDraft } from './draft.ts';

const version = z.int();

/** Changes a rule, by its place in the version of the policy that the form showed. */
export const ruleForm = defineForm({
  id: 'approvals.rule-form',
  version: 1,
  permission: changePolicy,
  carries: z.object({ version, rule: z.int().min(0) }),
  fields: ruleDraft,
});

export const newRuleForm = defineForm({
  id: 'approvals.new-rule-form',
  version: 1,
  permission: changePolicy,
  carries: z.object({ version }),
  fields: ruleDraft.extend({
    place: z
      .string('Say where.')
      .regex(/^\d{1,3}$/)
      .transform(Number),
  }),
});

export const restForm = defineForm({
  id: 'approvals.rest-form',
  version: 1,
  permission: changePolicy,
  carries: z.object({ version }),
  fields: stageDraft,
});
