import { z } from 'zod';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { timeIn } from '../../../core/time/time-zone.ts';
import { reviewDue } from '../issue/due.ts';
import { eventsBefore } from '../issue/event-store.ts';
import { held, recordStep } from '../issue/record-event.ts';
import { demand } from '../issue/requester.ts';
import { findIssue, findIssues } from '../issue/store.ts';
import { seeIssues, workOnIssues } from '../permissions.ts';
import { causes, maxReviewText, type ReviewDocument, whyNotReview } from './rules.ts';
import { findReview, saveReview } from './store.ts';

/** Steps that a review tells; what is longer is in the timeline. */
const mostEvents = 500;
const text = z.string().max(maxReviewText);

/** Writes down what was learnt, in place of what was written before. */
export const writeReview = mutation({
  name: 'issues.write-review',
  permission: workOnIssues,
  input: z.object({
    id: z.uuid(),
    /** Of the review that its writer saw; 0: there was none. */
    version: z.number().int(),
    cause: z.enum(causes),
    happened: text.min(1),
    wentWell: text.nullable(),
    toChange: text.nullable(),
    ordersAffected: z.number().int().min(0).max(2_000_000_000).nullable(),
    valueMinor: z.bigint().min(0n).nullable(),
  }),
  async run(ctx, { id, version, ...written }) {
    const issue = await held(ctx, id);
    demand(whyNotReview(issue));
    const before = await findReview(ctx.tx, id);
    if (before && before.version !== version) {
      const who = before.writtenBy?.name ?? 'Somebody';
      const when = timeIn(ctx.actor.timeZone, before.writtenAt, ctx.now);
      throw new Refusal('conflict', `${who} saved a review at ${when}, after you began.`, {
        next: 'Keep what you wrote, and press Review again.',
      });
    }
    const next = (before?.version ?? 0) + 1;
    await saveReview(ctx.tx, id, {
      ...written,
      version: next,
      currency: ctx.workspace.currency,
      writtenById: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      writtenAt: ctx.now,
    });
    const step = await recordStep(ctx, issue, {
      what: 'reviewed',
      before: { version: before?.version ?? 0, cause: before?.cause ?? null },
      after: { version: next, cause: written.cause },
    });
    return { ...step, result: issue.number, due: [reviewDue.never(id)] };
  },
});

/** The review of an issue with all that it tells. */
export const openReview = query({
  name: 'issues.open-review',
  permission: seeIssues,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => await documentOf(ctx, id),
});

/** The same, for whoever is to write it: who may not need not fill in the form. */
export const openToReview = query({
  name: 'issues.open-to-review',
  permission: workOnIssues,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const document = await documentOf(ctx, id);
    demand(whyNotReview(document.issue));
    return document;
  },
});

async function documentOf(ctx: QueryContext, id: string): Promise<ReviewDocument> {
  const [issue, review, events] = await Promise.all([
    findIssue(ctx.scope, id),
    findReview(ctx.scope, id),
    eventsBefore(ctx.scope, id, null, mostEvents),
  ]);
  if (!issue) throw new Refusal('not-found', 'That issue is not there.');
  const ids = events.flatMap(({ what, after }) => (what === 'follow-up' ? [String(after.issue)] : []));
  const followUps = ids.length > 0 ? await findIssues(ctx.scope, ids) : [];
  return { issue, review, events, followUps: followUps.toSorted((a, b) => a.number - b.number) };
}
