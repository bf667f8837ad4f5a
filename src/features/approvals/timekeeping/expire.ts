import { actsOn } from '../../../cases/due.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { addWorkingHours } from '../../../core/time/calendar.ts';
import { calendarOf } from '../../locations/index.ts';
import { workingHoursBetween } from '../asking/expiry.ts';
import { nextReminder } from '../asking/reminder-rules.ts';
import { endRequest } from '../outcome/outcome.ts';
import { approvalCase } from '../request/case.ts';
import { expireDue, remindDue } from '../request/due.ts';
import { silencesUncountedSince } from '../request/event-store.ts';
import { type Approval, isWaiting } from '../request/model.ts';
import { updateApproval } from '../request/store.ts';
import { mergeSpans } from './outage-rules.ts';
import { listSilences } from './outage-store.ts';

/** Expires a request that nobody decided in time. Silences do not count: they extend its deadline. */
export const expireApproval = actsOn(expireDue, approvalCase, async (ctx, approval) => {
  const { id, expiresAt } = approval;
  if (!isWaiting(approval) || !expiresAt) return null;
  if (expiresAt > ctx.now) return { next: expiresAt };
  const later = await extendedExpiry(ctx, approval);
  if (later) return await extend(ctx, approval, later);
  const { due: _, ...effects } = await endRequest(ctx, approval, 'expired', { what: 'expired' });
  return { ...effects, due: [remindDue.never(id)] };
});

/** The deadline, extended by the working hours that were lost to silences; null: none were lost. */
async function extendedExpiry(ctx: MutationContext, approval: Approval): Promise<Date | null> {
  const calendar = await calendarOf(ctx, approval.location);
  // The deadline runs from there as well: a later stage gets no time of its own.
  const from = (await silencesUncountedSince(ctx.tx, approval.id)) ?? approval.requestedAt;
  const bounds = { from, until: ctx.now };
  const silences = mergeSpans(await listSilences(ctx.tx, approval, bounds), bounds);
  const lost = silences.reduce((sum, span) => sum + workingHoursBetween(span.from, span.until, calendar), 0);
  return lost > 0 ? addWorkingHours(ctx.now, lost, calendar) : null;
}

async function extend(ctx: MutationContext, approval: Approval, expiresAt: Date) {
  const { id } = approval;
  await updateApproval(ctx.tx, approval, { expiresAt, reminders: 0 });
  const recorded = await recordEvent(ctx, approvalCase, approval, {
    what: 'put off',
    quiet: true,
    before: { expiresAt: approval.expiresAt?.toISOString() ?? null },
    after: { expiresAt: expiresAt.toISOString() },
  });
  const asked = { askedAt: ctx.now, expiresAt, reminders: 0 };
  const reminder = nextReminder(asked, ctx.now, ctx.workspace.timeZone);
  return {
    ...recorded,
    due: reminder ? [remindDue.at(id, reminder)] : [],
    next: expiresAt,
  };
}
