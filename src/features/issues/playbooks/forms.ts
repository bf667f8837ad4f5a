import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { maxText } from '../issue/model.ts';
import { workOnIssues } from '../permissions.ts';
import { maxStep } from './model.ts';

const issue = z.object({ id: z.uuid(), on: z.enum(['card', 'own']) });

export const addStepForm = defineForm({
  id: 'issues.add-step-form',
  version: 1,
  permission: forAct(workOnIssues, 'add steps'),
  carries: issue,
  fields: z.object({
    what: z.string('Say what needs to be done.').max(maxStep, 'Say it shorter.'),
    owner: z.enum(['owner', ...departments], 'Say who does it.'),
    dueAt: z.date('Say by when.'),
  }),
});

export const tickStepForm = defineForm({
  id: 'issues.tick-step-form',
  version: 1,
  permission: forAct(workOnIssues, 'tick off steps'),
  carries: issue,
  fields: z.object({ step: z.uuid('Pick a step.') }),
});

export const playbookForm = defineForm({
  id: 'issues.playbook-form',
  version: 1,
  permission: forAct(workOnIssues, 'start playbooks'),
  carries: issue,
  fields: z.object({ playbook: z.string('Pick a playbook.') }),
});

export const skipStepForm = defineForm({
  id: 'issues.skip-step-form',
  version: 1,
  permission: forAct(workOnIssues, 'skip steps'),
  carries: issue,
  fields: z.object({
    step: z.uuid('Pick a step.'),
    reason: z.string('Say why.').max(maxText, 'That is too long.'),
  }),
});
