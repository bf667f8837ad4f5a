import { z } from 'zod';
import type { DueHandler } from '../../../core/declare/due.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { askApproval } from '../asking/request-approval.ts';
import { askForApprovals } from '../permissions.ts';
import { undoDue } from '../request/due.ts';
import { handlerOf } from '../request/kinds.ts';
import { approvalCard } from '../request/notifications.ts';
import { held, heldIfFree, recordStep, soon } from '../request/record-event.ts';
import { whyNotUndo } from '../request/refusals.ts';
import { askerOf, demand } from '../request/requester.ts';
import { findApproval } from '../request/store.ts';

/** Asks, through the same policy, for what takes it back. The request is held: of two undos at once there is one. */
export const undoApproval = mutation({
  name: 'approvals.undo',
  permission: askForApprovals,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await held(ctx, id);
    demand(whyNotUndo(approval, askerOf(ctx)));
    const handler = handlerOf(ctx, approval.kind);
    const request = handler?.about.inverse?.(approval.request, approval.facts) ?? null;
    if (!handler || request === null) throw new Refusal('conflict', 'It cannot be undone.');
    const why = `Undo of approval ${approval.number}`;
    const asked = await askApproval.call(ctx, { kind: handler.kind.id, request, why, undoOf: id });
    const now = (await findApproval(ctx.tx, id)) ?? approval;
    const step = await recordStep(ctx, now, {
      what: 'undo asked',
      note: String(asked.number),
      quiet: asked.state === 'done',
      after: { undo: asked.number },
    });
    return { ...step, result: { asked, of: approval.number } };
  },
});

/** Undo is not offered any more: the cards lose the button. */
export const endUndo: DueHandler = {
  kind: undoDue,
  async act(ctx, id) {
    const approval = await heldIfFree(ctx, id);
    if (approval === 'busy') return soon(ctx);
    if (approval?.state !== 'done') return { changes: [], next: null };
    return {
      changes: [],
      notifications: approval.places.map((place) => approvalCard.about(id, place, {})),
      next: null,
    };
  },
};
