import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import { channelFor } from '../../people/index.ts';
import { usersToAsk } from '../electorate/voters.ts';
import { approvalCase } from '../request/case.ts';
import { expireDue, remindDue } from '../request/due.ts';
import type { NewApprovalEvent } from '../request/event-model.ts';
import type { Approval } from '../request/model.ts';
import { insertPlaces } from '../request/store.ts';
import { nextReminder } from './reminder-rules.ts';

/** The approvals channel; where none is chosen, the channel in which the request was made. */
export async function channelOf(ctx: MutationContext): Promise<readonly string[]> {
  const chosen = await channelFor(ctx.tx, 'approvals');
  if (chosen) return [chosen];
  return ctx.channel && isChannel(ctx.channel) ? [ctx.channel] : [];
}

/**
 * Shows a request to the approvers of its present stage. The channel's card is for all of them; they get it as a direct
 * message where there is no channel, where one person alone decides, or where the rule wants it. The others are told
 * directly when something happens to it, and reminded. `event` records it.
 */
export async function notifyApprovers(
  ctx: MutationContext,
  approval: Pick<
    Approval,
    'id' | 'places' | 'requester' | 'policy' | 'stage' | 'votes' | 'askedAt' | 'expiresAt' | 'reminders'
  >,
  event: NewApprovalEvent,
): Promise<Effects> {
  const { id, places, policy, requester, expiresAt } = approval;
  const asked = await usersToAsk(ctx, approval);
  // The approvers have left since the request was made: only the requester can act on that.
  const nobody = asked.length === 0;
  const directly = !places.some(isChannel) || asked.length === 1 || policy.directly === true;
  const more = directly ? asked : [];
  // An edit notifies nobody: whoever has the card, or sees it in the channel alone, gets a new message.
  const isNews = event.what !== 'asked' && !event.quiet;
  const again = isNews ? asked.filter((user) => places.includes(user) || !more.includes(user)) : [];
  await insertPlaces(ctx.tx, id, more);
  const recorded = await recordEvent(
    ctx,
    approvalCase,
    { ...approval, places: [...new Set([...places, ...more])] },
    {
      ...event,
      ...(nobody && { after: { ...event.after, nobody } }),
      tells: [
        ...(event.tells ?? []),
        ...again,
        ...(nobody && requester.active ? [requester.slackUserId] : []),
      ],
    },
  );
  const reminder = nextReminder(approval, ctx.now, ctx.workspace.timeZone);
  return {
    ...recorded,
    due: [
      reminder ? remindDue.at(id, reminder) : remindDue.never(id),
      expiresAt ? expireDue.at(id, expiresAt) : expireDue.never(id),
    ],
  };
}
