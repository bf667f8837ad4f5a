import type { QueryContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { handlerOf } from '../request/kinds.ts';
import { type Approval, isWaiting } from '../request/model.ts';

/**
 * A waiting request with the facts as they are now: nobody decides by an old number. The vote is counted by the facts
 * of its round all the same (`changed`).
 */
export async function withPresentFacts(ctx: QueryContext, approval: Approval): Promise<Approval> {
  const handler = isWaiting(approval) ? handlerOf(ctx, approval.kind) : undefined;
  if (!handler) return approval;
  try {
    const { facts } = await handler.about.read(ctx, approval.request);
    return { ...approval, facts };
  } catch (error) {
    // It can no longer be asked for: that is said when it is decided.
    if (error instanceof Refusal) return approval;
    throw error;
  }
}
