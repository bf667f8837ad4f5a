import { recordEvent } from '../../../cases/record-event.ts';
import type { ApprovalHandler } from '../../../core/declare/approval.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { combined } from '../../../core/runtime/effects.ts';
import type { Reading } from '../../../core/tokens/approval.ts';
import { approvalCase } from '../request/case.ts';
import { undoDue } from '../request/due.ts';
import type { Approval } from '../request/model.ts';
import { findApproval, insertEffect, updateApproval } from '../request/store.ts';
import { resolveLinkedIssue } from './issue.ts';

/**
 * Runs the effect of an approved request, in this transaction and once: the effect has a key. Throws a `Refusal` when
 * it cannot run.
 */
export async function runEffect(
  ctx: MutationContext,
  approval: Approval,
  { kind, about }: ApprovalHandler,
  { facts }: Reading<unknown>,
): Promise<Effects & { readonly said: string }> {
  const { id, number, why, request, requester } = approval;
  await insertEffect(ctx.tx, id, ctx.now);
  const approved = { id, number, requesterId: requester.id, why, seen: approval.facts };
  const { said, ...effects } = await about.run(ctx, request, facts, approved);
  const inverse = approval.undoOf === null && kind.undoMinutes > 0 ? about.inverse?.(request, facts) : null;
  const undoUntil = inverse ? new Date(ctx.now.getTime() + kind.undoMinutes * 60_000) : null;
  await updateApproval(ctx.tx, approval, { state: 'done', facts, outcome: said, ranAt: ctx.now, undoUntil });
  const recorded = await recordEvent(ctx, approvalCase, approval, {
    what: 'done',
    note: said,
    tells: approval.places.length > 0 && requester.active ? [requester.slackUserId] : [],
    before: { state: approval.state },
    after: { state: 'done' },
  });
  await resolveLinkedIssue(ctx, approval, 'fixed', 'was done');
  const due = undoUntil ? [undoDue.at(id, undoUntil)] : [];
  return { ...combined(effects, { ...recorded, due }, await markUndone(ctx, approval)), said };
}

/** Records on the original request that this one undid it. */
async function markUndone(ctx: MutationContext, { undoOfId, number }: Approval): Promise<Effects> {
  const original = undoOfId ? await findApproval(ctx.tx, undoOfId) : null;
  if (!original) return { changes: [] };
  return await recordEvent(ctx, approvalCase, original, { what: 'undone', note: String(number) });
}
