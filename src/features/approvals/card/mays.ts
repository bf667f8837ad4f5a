import { actingPersonOf } from '../../../cases/reader.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { type Crowd, canDecide } from '../electorate/deciders.ts';
import { whyNotSettle } from '../execution/refusals.ts';
import { askForApprovals, breakGlass, decideApprovals } from '../permissions.ts';
import { votersAmong } from '../policy/staffing.ts';
import type { Approval } from '../request/model.ts';
import {
  whyNotAsk,
  whyNotDecide,
  whyNotGiveUp,
  whyNotRetry,
  whyNotUndo,
  whyNotWithdraw,
} from '../request/refusals.ts';
import type { Mays } from './model.ts';

/** What the actor may do with a request now: a private card offers nothing else. Null: nobody in particular asks. */
export function maysOf(ctx: QueryContext, approval: Approval, crowd: Crowd): Mays | null {
  const { actor } = ctx;
  if (actor.kind !== 'person') return null;
  const reader = actingPersonOf(ctx);
  const mayAsk = holds(actor, askForApprovals);
  const mayDecide = holds(actor, decideApprovals);
  const last = { policy: approval.policy, voters: votersAmong(crowd.people) };
  const isLast = whyNotSettle(last, actor.id) === null;
  const isOpen = whyNotDecide(approval, approval.round, reader) === null;
  return {
    decide: isOpen && mayDecide && canDecide(approval, crowd, actor.id),
    ask: whyNotAsk(approval, reader, mayDecide) === null,
    withdraw: mayAsk && whyNotWithdraw(approval, reader) === null,
    override: isOpen && approval.policy.breakGlass && holds(actor, breakGlass),
    retry: mayDecide && whyNotRetry(approval, reader) === null && isLast,
    giveUp: mayAsk && whyNotGiveUp(approval) === null && (isLast || approval.requester.id === actor.id),
    undo: mayAsk && whyNotUndo(approval, reader) === null,
  };
}
