import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { Notification } from '../../../core/tokens/notification.ts';
import type { Step } from './event-model.ts';
import { appendEvent } from './event-store.ts';
import type { Issue } from './model.ts';
import { issueAsked, issueCard, issueLine } from './notifications.ts';
import { holdIssue, holdIssueIfFree } from './store.ts';

/** The issue, held for this transaction. */
export async function held(ctx: MutationContext, id: string): Promise<Issue> {
  const issue = await holdIssue(ctx.tx, id);
  if (!issue)
    throw new Refusal('not-found', 'That issue is not there.', { next: '`/issue` lists the open ones.' });
  return issue;
}

/**
 * The same for due work. Whoever presses holds the issue and then waits for its due work, which we hold: waiting for
 * the issue in our turn would be for ever.
 */
export async function heldIfFree(ctx: MutationContext, id: string): Promise<Issue | null | 'busy'> {
  return await holdIssueIfFree(ctx.tx, id);
}

/** Due work whose issue somebody has in hand: with the next look. */
export function soon({ now }: MutationContext) {
  return { changes: [], next: now };
}

type Recorded = Required<Pick<Effects, 'changes' | 'notifications'>>;

/** What several steps bring with them. */
export function combined(steps: readonly Recorded[]): Recorded {
  return {
    changes: steps.flatMap(({ changes }) => changes),
    notifications: steps.flatMap(({ notifications }) => notifications),
  };
}

/**
 * Writes a step into the timeline and has it seen: the card is brought up to date and its thread gets a line. An edit
 * notifies nobody, nor does a line but those who follow the thread: whom it asks to act is mentioned or asked directly.
 */
export async function recordStep(
  ctx: MutationContext,
  issue: Pick<Issue, 'id' | 'place' | 'reporter' | 'room'>,
  step: Step,
): Promise<Recorded & { readonly eventId: string }> {
  const eventId = ctx.ids.uuid(ctx.now);
  const { actor } = ctx;
  await appendEvent(ctx.tx, {
    ...step,
    id: eventId,
    issueId: issue.id,
    at: ctx.now,
    actorKind: actor.kind,
    personId: actor.kind === 'person' ? actor.id : null,
  });
  const owner = issue.reporter?.active ? { owner: issue.reporter.slackUserId } : {};
  const line = issueLine.about(
    eventId,
    issue.place,
    { issue: issue.id, mentions: [...(step.mentions ?? [])] },
    { ...owner, under: { kind: issueCard, subject: issue.id }, broadcast: step.broadcast ?? false },
  );
  return {
    eventId,
    changes: [
      {
        subject: { kind: 'issue', id: issue.id },
        before: step.before ?? {},
        after: step.after ?? {},
        reason: step.what,
      },
    ],
    notifications: [
      issueCard.about(issue.id, issue.place, {}, owner),
      // Its room has the card as well; what happens is said in the thread.
      ...(issue.room ? [issueCard.about(issue.id, issue.room, {}, owner)] : []),
      ...(step.quiet ? [] : [line]),
    ],
  };
}

/** A direct message to the one who is to act; whoever asked hears when it cannot be said. */
export function asking(ctx: Context, issue: Issue, eventId: string, slackUserId: string): Notification {
  const owner = ctx.actor.kind === 'person' ? { owner: ctx.actor.slackUserId } : {};
  return issueAsked.about(eventId, slackUserId, { issue: issue.id }, owner);
}
