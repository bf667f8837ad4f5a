import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

/** Rules and versions as they were counted when it was drawn: of another version they mean something else. */
const version = z.int();

/** A page of the rules. */
export const showPolicy = defineAction({
  id: 'approvals.policy',
  version: 1,
  value: z.object({ from: z.int().min(0) }),
});
/** What becomes of one rule; `edit` opens a form. */
export const ruleAction = defineAction({
  id: 'approvals.rule',
  version: 1,
  value: z.object({ version, rule: z.int().min(0), to: z.enum(['edit', 'up', 'down', 'remove']) }),
});
/** These open a form. */
export const addRule = defineAction({ id: 'approvals.add-rule', version: 1, value: z.object({ version }) });
export const restAction = defineAction({ id: 'approvals.rest', version: 1, value: z.object({ version }) });
/** Who changed it; before a version, where there are more than a page shows. */
export const showHistory = defineAction({
  id: 'approvals.history',
  version: 1,
  value: z.object({ before: z.int().nullable() }),
});
