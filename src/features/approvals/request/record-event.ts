import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';
import type { Notification } from '../../../core/tokens/notification.ts';
import { isChannel } from '../../../core/tokens/place.ts';
import type { Step } from './event-model.ts';
import { appendEvent } from './event-store.ts';
import type { Approval } from './model.ts';
import { approvalCard, approvalLine, approvalTold } from './notifications.ts';
import { holdApproval, holdApprovalIfFree, insertPlaces } from './store.ts';

/** The request, held for this transaction. */
export async function held(ctx: MutationContext, id: string): Promise<Approval> {
  const approval = await holdApproval(ctx.tx, id);
  if (!approval)
    throw new Refusal('not-found', 'That approval is not there.', {
      next: '`/approval` lists those that wait.',
    });
  return approval;
}

/**
 * The same for due work. Whoever presses holds the request and then waits for its due work, which we hold: waiting
 * for the request in our turn would be for ever.
 */
export async function heldIfFree(ctx: MutationContext, id: string): Promise<Approval | null | 'busy'> {
  return await holdApprovalIfFree(ctx.tx, id);
}

/** Due work whose request somebody has in hand: with the next look. */
export function soon({ now }: MutationContext) {
  return { changes: [], next: now };
}

/** What a step changes, for the audit log. */
export interface Change {
  readonly before?: JsonObject;
  readonly after?: JsonObject;
}

export type StepEffects = Required<Pick<Effects, 'changes' | 'notifications'>>;

/**
 * Writes a step into the timeline and has it seen: every copy of the card is brought up to date, its thread gets a
 * line, and whoever has to act reads a new message, since an edit notifies nobody. `places`: where its card is to
 * stand from now on, beside where it stands.
 */
export async function recordStep(
  ctx: MutationContext,
  approval: Pick<Approval, 'id' | 'places' | 'requester'>,
  step: Step & Change,
  places: readonly string[] = [],
): Promise<StepEffects> {
  const { what, note = null, authorityId = null, mentions = [], broadcast = false, tells = [] } = step;
  const { id } = approval;
  const { actor } = ctx;
  const eventId = ctx.ids.uuid(ctx.now);
  await appendEvent(ctx.tx, {
    id: eventId,
    approvalId: id,
    what,
    at: ctx.now,
    actorKind: actor.kind,
    personId: actor.kind === 'person' ? actor.id : null,
    authorityId,
    note,
  });
  await insertPlaces(ctx.tx, id, places);
  const owner = approval.requester.active ? { owner: approval.requester.slackUserId } : {};
  const everywhere = [...new Set([...approval.places, ...places])];
  const line = (place: string): Notification =>
    approvalLine.about(
      eventId,
      place,
      { approval: id, mentions: [...mentions] },
      { ...owner, under: { kind: approvalCard, subject: id }, broadcast },
    );
  return {
    changes: [
      {
        subject: { kind: 'approval', id },
        before: step.before ?? {},
        after: step.after ?? {},
        reason: what,
      },
    ],
    notifications: [
      ...everywhere.map((place) => approvalCard.about(id, place, {}, owner)),
      ...(step.quiet ? [] : everywhere.filter(isChannel).map(line)),
      ...[...new Set(tells)].map((user) => approvalTold.about(eventId, user, { approval: id }, owner)),
    ],
  };
}

/** The effects of several things that happen in one transaction. */
export function together(...all: readonly Effects[]): Effects {
  return {
    changes: all.flatMap(({ changes }) => changes),
    notifications: all.flatMap(({ notifications = [] }) => notifications),
    due: all.flatMap(({ due = [] }) => due),
    jobs: all.flatMap(({ jobs = [] }) => jobs),
  };
}
