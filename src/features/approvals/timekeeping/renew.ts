import { actsOn } from '../../../cases/due.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { startNewRound } from '../asking/new-round.ts';
import { approvalCase } from '../request/case.ts';
import { renewDue } from '../request/due.ts';
import { handlerOf } from '../request/kinds.ts';
import { isWaiting } from '../request/model.ts';
import { approvalCard } from '../request/notifications.ts';
import { listWaitingAbout } from '../request/store.ts';

const minuteMs = 60_000;

/**
 * The facts of these subjects have changed: the cards of waiting requests about them are drawn anew, together at the
 * next full minute.
 */
export async function renewApprovals(
  ctx: MutationContext,
  subjects: readonly string[],
): Promise<readonly Due[]> {
  if (subjects.length === 0) return [];
  const at = new Date(Math.ceil(ctx.now.getTime() / minuteMs) * minuteMs);
  return (await listWaitingAbout(ctx.tx, subjects)).map((id) => renewDue.at(id, at));
}

/** A large change begins a new round: a yes to the old numbers no longer counts. */
export const renewApproval = actsOn(renewDue, approvalCase, async (ctx, approval) => {
  const handler = isWaiting(approval) ? handlerOf(ctx, approval.kind) : undefined;
  if (!handler) return null;
  const drawn = { notifications: approval.places.map((place) => approvalCard.about(approval.id, place, {})) };
  // Reads without locks: whoever changes the facts holds them, and then writes this due work.
  const { tx: _, ...looking } = ctx;
  try {
    const reading = await handler.about.read(looking, approval.request);
    const changed = handler.about.changed(approval.facts, reading.facts, approval.request);
    return changed.length === 0
      ? drawn
      : await startNewRound(ctx, approval, handler, reading, { changed, lost: null });
  } catch (error) {
    // It can no longer be asked for, or nobody could say yes: whoever decides it reads so.
    if (error instanceof Refusal) return drawn;
    throw error;
  }
});
