import type { DueHandler } from '../../../core/declare/due.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { addWorkingHours } from '../../../core/time/calendar.ts';
import { calendarOf, workingHoursBetween } from '../asking/expiry.ts';
import { nextReminder } from '../asking/reminder-rules.ts';
import { ended } from '../outcome/outcome.ts';
import { expireDue, remindDue } from '../request/due.ts';
import { silencesSince } from '../request/event-store.ts';
import { type Approval, isWaiting } from '../request/model.ts';
import { heldIfFree, recordStep, soon } from '../request/record-event.ts';
import { updateApproval } from '../request/store.ts';
import { merged } from './outage-rules.ts';
import { listSilences } from './outage-store.ts';

/** Nobody decided it in time. What Slack was away for does not count: it waits that much longer. */
export const expireApproval: DueHandler = {
  kind: expireDue,
  async act(ctx, id) {
    const approval = await heldIfFree(ctx, id);
    if (approval === 'busy') return soon(ctx);
    if (!approval || !isWaiting(approval) || !approval.expiresAt) return { changes: [], next: null };
    if (approval.expiresAt > ctx.now) return { changes: [], next: approval.expiresAt };
    const later = await laterFor(ctx, approval);
    if (later) return await putOff(ctx, approval, later);
    const { due: _, ...effects } = await ended(ctx, approval, 'expired', { what: 'expired' });
    return { ...effects, due: [remindDue.never(id)], next: null };
  },
};

/** Until when it waits for the working hours in which nothing could be said; null: there were none. */
async function laterFor(ctx: MutationContext, approval: Approval): Promise<Date | null> {
  const calendar = await calendarOf(ctx, approval.location);
  // The expiry counts from there as well: a later stage gets no time of its own.
  const from = (await silencesSince(ctx.tx, approval.id)) ?? approval.requestedAt;
  const bounds = { from, until: ctx.now };
  const silences = merged(await listSilences(ctx.tx, approval, bounds), bounds);
  const lost = silences.reduce((sum, span) => sum + workingHoursBetween(span.from, span.until, calendar), 0);
  return lost > 0 ? addWorkingHours(ctx.now, lost, calendar) : null;
}

async function putOff(ctx: MutationContext, approval: Approval, expiresAt: Date) {
  const { id } = approval;
  await updateApproval(ctx.tx, id, { expiresAt, reminders: 0 });
  const step = await recordStep(ctx, approval, {
    what: 'put off',
    quiet: true,
    before: { expiresAt: approval.expiresAt?.toISOString() ?? null },
    after: { expiresAt: expiresAt.toISOString() },
  });
  const asked = { askedAt: ctx.now, expiresAt, reminders: 0 };
  const reminder = nextReminder(asked, ctx.now, ctx.workspace.timeZone);
  return {
    ...step,
    due: reminder ? [remindDue.at(id, reminder)] : [],
    next: expiresAt,
  };
}
