import type { DueHandler } from '../../../core/declare/due.ts';
import { stepsDue } from '../issue/due.ts';
import { listDirecting } from '../issue/leads-store.ts';
import { isOpen } from '../issue/model.ts';
import { combined, heldIfFree, recordStep, soon } from '../issue/record-event.ts';
import { answerFor, nextReminder, openSteps } from './model.ts';
import { listSteps, noteReminded } from './store.ts';

/** A step is late: who answers for it is told in the thread, once. What is set aside waits for its end. */
export const remindOfSteps: DueHandler = {
  kind: stepsDue,
  async act(ctx, id) {
    const issue = await heldIfFree(ctx, id);
    if (issue === 'busy') return soon(ctx);
    if (!issue || !isOpen(issue.state)) return { changes: [], next: null };
    if (issue.snoozedUntil && issue.snoozedUntil > ctx.now) return { changes: [], next: issue.snoozedUntil };
    const steps = await listSteps(ctx.tx, id);
    const late = openSteps(steps).filter(({ dueAt, remindedAt }) => !remindedAt && dueAt <= ctx.now);
    const people = late.length > 0 ? await listDirecting(ctx.tx) : [];
    const recorded = [];
    for (const { ordinal, what, dueAt, owner } of late) {
      recorded.push(
        await recordStep(ctx, issue, {
          what: 'step late',
          after: { step: ordinal, name: what, dueAt: dueAt.toISOString() },
          mentions: answerFor(owner, issue, people),
        }),
      );
    }
    await noteReminded(
      ctx.tx,
      late.map((step) => step.id),
      ctx.now,
    );
    return { ...combined(recorded), next: nextReminder(steps.filter((step) => !late.includes(step))) };
  },
};
