import { z } from 'zod';
import { approves } from '../../../core/declare/approval.ts';
import { defineApproval } from '../../../core/tokens/approval.ts';
import { maxTitle, tellFreeForm } from './free-form-rules.ts';

/** A request in the requester's own words; people do it themselves once it is approved. */
export const freeForm = defineApproval({
  id: 'approvals.free-form',
  title: 'Request',
  request: z.object({
    title: z.string().min(1).max(maxTitle),
    /** Minor units in decimal: JSON has no bigint. */
    amountMinor: z
      .string()
      .regex(/^[1-9]\d{0,17}$/)
      .nullable(),
  }),
  facts: z.object({ currency: z.string() }),
  measures: ['amount'],
  rules: [],
  expiresInWorkingHours: 8,
  undoMinutes: 0,
});

export const freeFormApproval = approves(freeForm, {
  read: async ({ workspace }, { amountMinor }) => ({
    facts: { currency: workspace.currency },
    measure: {
      // All free-form requests of one person add up.
      subject: 'free-form',
      quantity: null,
      amountMinor: amountMinor === null ? null : BigInt(amountMinor),
      location: null,
      supplier: null,
    },
  }),
  tell: (request, { currency }) => tellFreeForm(request, currency),
  changed: () => [],
  run: async () => ({ changes: [], said: 'Approved. Nothing runs by itself: do it now.' }),
});
