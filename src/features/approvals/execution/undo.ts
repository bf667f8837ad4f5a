import { z } from 'zod';
import { demand, refusalFor } from '../../../cases/demand.ts';
import { actsOn } from '../../../cases/due.ts';
import { hold } from '../../../cases/hold.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { requestApproval } from '../asking/request-approval.ts';
import { askForApprovals } from '../permissions.ts';
import { approvalCase } from '../request/case.ts';
import { undoDue } from '../request/due.ts';
import { handlerOf } from '../request/kinds.ts';
import { approvalCard } from '../request/notifications.ts';
import { approvalSentences, whyNotUndo } from '../request/refusals.ts';
import { findApproval } from '../request/store.ts';

/** Requests the inverse, through the same policy. The original is held: two undos at once make one request. */
export const undoApproval = mutation({
  name: 'approvals.undo',
  permission: forAct(askForApprovals, 'undo approvals'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const approval = await hold(ctx, approvalCase, id);
    const reader = actingPersonOf(ctx);
    demand(whyNotUndo(approval, reader), approvalSentences, approval, reader);
    const handler = handlerOf(ctx, approval.kind);
    const request = handler?.about.inverse?.(approval.request, approval.facts) ?? null;
    if (!handler || request === null) throw refusalFor('has no undo', approvalSentences, approval, reader);
    const why = `Undo of approval ${approval.number}`;
    const asked = await requestApproval.call(ctx, { kind: handler.kind.id, request, why, undoOf: id });
    const now = (await findApproval(ctx.tx, id)) ?? approval;
    const recorded = await recordEvent(ctx, approvalCase, now, {
      what: 'undo asked',
      note: String(asked.number),
      quiet: asked.state === 'done',
      after: { undo: asked.number },
    });
    return { ...recorded, result: { asked, of: approval.number } };
  },
});

/** Takes the Undo button off the cards. */
export const endUndo = actsOn(undoDue, approvalCase, async (_, { id, state, places }) =>
  state === 'done' ? { notifications: places.map((place) => approvalCard.about(id, place, {})) } : null,
);
