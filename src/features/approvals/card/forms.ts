import { z } from 'zod';
import { defineForm } from '../../../core/declare/form.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { maxTitle } from '../asking/free-form-rules.ts';
import { askForApprovals, breakGlass, decideApprovals } from '../permissions.ts';
import { maxWhy } from '../request/model.ts';

const text = (missing: string) => z.string(missing).max(maxWhy, 'Say it shorter.');
const on = z.enum(['card', 'own']);
const approval = z.object({ id: z.uuid(), on });
/** `round`: the round that the card showed. */
const seen = z.object({ id: z.uuid(), round: z.int(), on });

export const askForm = defineForm({
  id: 'approvals.ask-form',
  version: 1,
  permission: askForApprovals,
  carries: z.object({}),
  fields: z.object({
    what: z.string('Say what you ask for.').max(maxTitle, 'Say it shorter; the rest goes below.'),
    why: text('Say why.'),
    amount: z.string().max(40, 'That is too long for an amount.').nullable(),
  }),
});

export const rejectForm = defineForm({
  id: 'approvals.reject-form',
  version: 1,
  permission: decideApprovals,
  carries: seen,
  fields: z.object({ reason: text('Say why not.') }),
});

export const questionForm = defineForm({
  id: 'approvals.question-form',
  version: 1,
  permission: forAct(decideApprovals, 'ask questions about approvals'),
  carries: approval,
  fields: z.object({ text: text('Say what you want to know.') }),
});

export const answerForm = defineForm({
  id: 'approvals.answer-form',
  version: 1,
  permission: forAct(askForApprovals, 'answer questions about approvals'),
  carries: approval,
  fields: z.object({ text: text('Say something.') }),
});

export const overrideForm = defineForm({
  id: 'approvals.glass-form',
  version: 1,
  permission: breakGlass,
  carries: seen,
  fields: z.object({
    reason: text('Say why it cannot wait.'),
    sure: z.array(z.string()).min(1, 'Tick this to go on, or cancel.'),
  }),
});
