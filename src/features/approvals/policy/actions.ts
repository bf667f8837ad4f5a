import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

/** The version that the message showed: in another version the same index is another rule. */
const version = z.int();

/** A page of the rules. */
export const showPolicy = defineAction({
  id: 'approvals.policy',
  version: 1,
  value: z.object({ from: z.int().min(0) }),
});
/** Edits, moves or removes a rule; `edit` opens a form. */
export const ruleAction = defineAction({
  id: 'approvals.rule',
  version: 1,
  value: z.object({ version, rule: z.int().min(0), to: z.enum(['edit', 'up', 'down', 'remove']) }),
});
/** These open a form. */
export const addRule = defineAction({ id: 'approvals.add-rule', version: 1, value: z.object({ version }) });
export const restAction = defineAction({ id: 'approvals.rest', version: 1, value: z.object({ version }) });
/** The history: its newest page, or the page before a version. */
export const showHistory = defineAction({
  id: 'approvals.history',
  version: 1,
  value: z.object({ before: z.int().nullable() }),
});
