import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { askForApprovals } from '../permissions.ts';
import { maxWhy } from '../request/model.ts';
import { freeForm } from './free-form.ts';
import { maxWhat, readAmount } from './free-form-rules.ts';
import { requestApproval } from './request-approval.ts';

/** Asks for something in a person's own words. */
export const requestFreeForm = mutation({
  name: 'approvals.ask-freely',
  permission: askForApprovals,
  input: z.object({
    what: z.string().trim().min(1, 'Say what you ask for.').max(maxWhat, 'Say it shorter.'),
    why: z.string().trim().min(1, 'Say why.').max(maxWhy, 'Say it shorter.'),
    /** As it was typed, in the currency of the shop. */
    amount: z.string().nullable(),
  }),
  async run(ctx, { what, why, amount }) {
    const read = amount?.trim() ? readAmount(amount, ctx.workspace.currency) : null;
    if (read && 'wrong' in read) throw new Refusal('invalid', read.wrong, { fields: { amount: read.wrong } });
    const request = { title: what.replace(/\s+/g, ' '), amountMinor: read ? String(read.minor) : null };
    const asked = await requestApproval.call(ctx, { ...freeForm.of(request), why });
    return { result: asked, changes: [] };
  },
});
