import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import { channelFor } from '../../people/index.ts';
import { toAsk } from '../electorate/voters.ts';
import { expireDue, remindDue } from '../request/due.ts';
import type { Step } from '../request/event-model.ts';
import type { Approval } from '../request/model.ts';
import { type Change, recordStep } from '../request/record-event.ts';
import { nextReminder } from './reminder-rules.ts';

/** What waits is in the channel for approvals; where nobody has chosen one, where it was asked. */
export async function channelOf(ctx: MutationContext): Promise<readonly string[]> {
  const chosen = await channelFor(ctx.tx, 'approvals');
  if (chosen) return [chosen];
  return ctx.channel && isChannel(ctx.channel) ? [ctx.channel] : [];
}

/**
 * Puts a request before those who decide at its present stage: each gets its card directly, or a new message where
 * they have the card already. It is written down as `step`.
 */
export async function putBefore(
  ctx: MutationContext,
  approval: Pick<
    Approval,
    'id' | 'places' | 'requester' | 'policy' | 'stage' | 'votes' | 'askedAt' | 'expiresAt' | 'reminders'
  >,
  step: Step & Change,
): Promise<Effects> {
  const asked = await toAsk(ctx, approval);
  const again = asked.filter((user) => approval.places.includes(user));
  const { requester } = approval;
  // People left since it was asked: whoever asked is the one who can do something about it.
  const left = asked.length === 0;
  const written = await recordStep(
    ctx,
    approval,
    {
      ...step,
      ...(left && { note: [step.note, 'nobody is there who could say yes'].filter(Boolean).join(', and ') }),
      tells: [...(step.tells ?? []), ...again, ...(left && requester.active ? [requester.slackUserId] : [])],
    },
    asked,
  );
  const reminder = nextReminder(approval, ctx.now, ctx.workspace.timeZone);
  return {
    ...written,
    due: [
      reminder ? remindDue.at(approval.id, reminder) : remindDue.never(approval.id),
      approval.expiresAt ? expireDue.at(approval.id, approval.expiresAt) : expireDue.never(approval.id),
    ],
  };
}
