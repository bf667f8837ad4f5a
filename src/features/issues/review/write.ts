import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold, notThere } from '../../../cases/hold.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { named } from '../../people/index.ts';
import { issueCase } from '../issue/case.ts';
import { reviewDue } from '../issue/due.ts';
import { listEvents } from '../issue/event-store.ts';
import { findIssue, findIssues } from '../issue/store.ts';
import { seeIssues, workOnIssues } from '../permissions.ts';
import { reviewSentences, saveSentences, whyNotReview, whyNotSave } from './refusals.ts';
import { causes, maxReviewText, type ReviewDocument } from './rules.ts';
import { findReview, saveReview } from './store.ts';

/** Events read for a review. The timeline pages through all. */
const mostEvents = 500;
const text = z.string().max(maxReviewText);

/** Saves a review; an earlier version is replaced. */
export const writeReview = mutation({
  name: 'issues.write-review',
  permission: forAct(workOnIssues, 'review issues'),
  input: z.object({
    id: z.uuid(),
    /** The version that the writer saw; 0: none. */
    version: z.number().int(),
    cause: z.enum(causes),
    happened: text.min(1),
    wentWell: text.nullable(),
    toChange: text.nullable(),
    ordersAffected: z.number().int().min(0).max(2_000_000_000).nullable(),
    valueMinor: z.bigint().min(0n).nullable(),
  }),
  async run(ctx, { id, version, ...written }) {
    const issue = await hold(ctx, issueCase, id);
    const reader = actingReaderOf(ctx);
    demand(whyNotReview(issue), reviewSentences, issue, reader);
    const before = await findReview(ctx.tx, id);
    if (before) demand(whyNotSave(before, version), saveSentences, before, reader);
    const next = (before?.version ?? 0) + 1;
    await saveReview(ctx.tx, id, {
      ...written,
      happened: await named(ctx.tx, written.happened),
      wentWell: await named(ctx.tx, written.wentWell),
      toChange: await named(ctx.tx, written.toChange),
      version: next,
      currency: ctx.workspace.currency,
      writtenById: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      writtenAt: ctx.now,
    });
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'reviewed',
      before: { version: before?.version ?? 0, cause: before?.cause ?? null },
      after: { version: next, cause: written.cause },
    });
    return { ...recorded, result: issue.number, due: [reviewDue.never(id)] };
  },
});

export const openReview = query({
  name: 'issues.open-review',
  permission: seeIssues,
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => await documentOf(ctx, id),
});

/** The same for the form. Permission and state are checked before anybody fills it in. */
export const openToReview = query({
  name: 'issues.open-to-review',
  permission: forAct(workOnIssues, 'review issues'),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const document = await documentOf(ctx, id);
    const { issue } = document;
    demand(whyNotReview(issue), reviewSentences, issue, actingReaderOf(ctx));
    return document;
  },
});

async function documentOf(ctx: QueryContext, id: string): Promise<ReviewDocument> {
  const [issue, review, events] = await Promise.all([
    findIssue(ctx.scope, id),
    findReview(ctx.scope, id),
    listEvents(ctx.scope, id, { limit: mostEvents }),
  ]);
  if (!issue) throw notThere(issueCase);
  const ids = events.flatMap(({ what, after }) => (what === 'follow-up' ? [String(after.issue)] : []));
  const followUps = ids.length > 0 ? await findIssues(ctx.scope, ids) : [];
  return { issue, review, events, followUps: followUps.toSorted((a, b) => a.number - b.number) };
}
