import { actsOn } from '../../../cases/due.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { combined } from '../../../core/runtime/effects.ts';
import { issueCase } from '../issue/case.ts';
import { stepsDue } from '../issue/due.ts';
import { listDirecting } from '../issue/leads-store.ts';
import { isOpen } from '../issue/model.ts';
import { nextReminder, openSteps, whoToRemind } from './model.ts';
import { listSteps, noteReminded } from './store.ts';

/** Reminds of each late step once, in the thread. A snoozed issue waits until its snooze ends. */
export const remindOfSteps = actsOn(stepsDue, issueCase, async (ctx, issue) => {
  const { id, state, snoozedUntil } = issue;
  if (!isOpen(state)) return null;
  if (snoozedUntil && snoozedUntil > ctx.now) return { next: snoozedUntil };
  const steps = await listSteps(ctx.tx, id);
  const late = openSteps(steps).filter(({ dueAt, remindedAt }) => !remindedAt && dueAt <= ctx.now);
  const people = late.length > 0 ? await listDirecting(ctx.tx) : [];
  const recorded = [];
  for (const { ordinal, what, dueAt, owner } of late) {
    recorded.push(
      await recordEvent(ctx, issueCase, issue, {
        what: 'step late',
        after: { step: ordinal, name: what, dueAt: dueAt.toISOString() },
        mentions: whoToRemind(owner, issue, people),
      }),
    );
  }
  await noteReminded(
    ctx.tx,
    late.map((step) => step.id),
    ctx.now,
  );
  return { ...combined(...recorded), next: nextReminder(steps.filter((step) => !late.includes(step))) };
});
