import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { askForApprovals } from '../permissions.ts';
import { maxWhy } from '../request/model.ts';
import { freeForm } from './free-form.ts';
import { maxTitle, readAmount } from './free-form-rules.ts';
import { amountSentence } from './refusals.ts';
import { requestApproval } from './request-approval.ts';

/** Makes a request in the requester's own words. */
export const requestFreeForm = mutation({
  name: 'approvals.ask-freely',
  permission: askForApprovals,
  input: z.object({
    what: z.string().trim().min(1, 'Say what you ask for.').max(maxTitle, 'Say it shorter.'),
    why: z.string().trim().min(1, 'Say why.').max(maxWhy, 'Say it shorter.'),
    /** As typed, in the currency of the shop. */
    amount: z.string().nullable(),
  }),
  async run(ctx, { what, why, amount }) {
    const read = amount?.trim() ? readAmount(amount, ctx.workspace.currency) : null;
    if (read && 'fault' in read) {
      const sentence = amountSentence(read.fault);
      throw new Refusal('invalid', sentence, { fields: { amount: sentence } });
    }
    const request = { title: what.replace(/\s+/g, ' '), amountMinor: read ? String(read.minor) : null };
    const asked = await requestApproval.call(ctx, { ...freeForm.of(request), why });
    return { result: asked, changes: [] };
  },
});
