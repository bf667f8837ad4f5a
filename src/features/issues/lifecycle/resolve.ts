import { z } from 'zod';
import { demand } from '../../../cases/demand.ts';
import { hold, notThere } from '../../../cases/hold.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context, MutationContext } from '../../../core/runtime/context.ts';
import type { Effects } from '../../../core/runtime/effects.ts';
import { mutation, query } from '../../../core/runtime/operation.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { calendarOf } from '../../locations/index.ts';
import { named } from '../../people/index.ts';
import { issueCase } from '../issue/case.ts';
import { concerned } from '../issue/concerned.ts';
import { closeDue, promiseDue, reviewDue, snoozeDue, stepsDue } from '../issue/due.ts';
import { type Issue, maxText, resolutions } from '../issue/model.ts';
import { closesAfterMs } from '../issue/promise-rules.ts';
import { issueSentences, whyNotResolve } from '../issue/refusals.ts';
import { findIssue, holdMatter, updateIssue } from '../issue/store.ts';
import { directIssues, workOnIssues } from '../permissions.ts';
import { openSteps } from '../playbooks/model.ts';
import { listSteps } from '../playbooks/store.ts';
import { isReviewed, reviewMissedAt } from '../review/rules.ts';

const ending = z.object({ code: z.enum(resolutions), note: z.string().max(maxText).nullable() });

const permission = forAct(workOnIssues, 'resolve issues');

/** Marks an issue done. It closes a week later. */
export const resolveIssue = mutation({
  name: 'issues.done',
  permission,
  input: z.object({ id: z.uuid() }).extend(ending.shape),
  async run(ctx, { id, code, note }) {
    const issue = await hold(ctx, issueCase, id);
    demandToResolve(ctx, issue);
    const own = issue.owner || ctx.actor.kind !== 'person' ? {} : { ownerId: ctx.actor.id };
    return { ...(await finished(ctx, issue, { code, note }, own)), result: issue.number };
  },
});

/** An issue and its steps, for the form that marks it done. */
export const openToResolve = query({
  name: 'issues.open-to-resolve',
  permission,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const issue = await findIssue(ctx.scope, id);
    if (!issue) throw notThere(issueCase);
    demandToResolve(ctx, issue);
    return { issue, steps: await listSteps(ctx.scope, id) };
  },
});

function demandToResolve(ctx: Context, issue: Issue): void {
  const reader = actingReaderOf(ctx);
  demand(whyNotResolve(issue, reader, holds(ctx.actor, directIssues)), issueSentences, issue, reader);
}

/**
 * Marks the issue of a matter done, for the feature that raised it. `taken: 'ask'`: whoever is on it may have more to do, and is
 * asked instead. Null: the matter has no open issue.
 */
export const resolveMatter = mutation({
  name: 'issues.resolve-matter',
  permission: workOnIssues,
  input: z
    .object({ matter: z.string().max(200), taken: z.enum(['resolve', 'ask']).default('resolve') })
    .extend(ending.shape),
  async run(ctx, { matter, taken, ...end }) {
    const issue = await holdMatter(ctx.tx, matter);
    if (!issue) return { result: null, changes: [] };
    if (taken === 'ask' && issue.owner?.active)
      return { ...(await asked(ctx, issue, end.note)), result: issue.number };
    return { ...(await finished(ctx, issue, end)), result: issue.number };
  },
});

async function asked(ctx: MutationContext, issue: Issue, note: string | null): Promise<Effects> {
  const cleared = ['It has cleared: Done?', note].filter(Boolean).join(' ');
  return await recordEvent(ctx, issueCase, issue, {
    what: 'note',
    note: await named(ctx.tx, cleared),
    mentions: issue.owner ? [issue.owner.slackUserId] : [],
  });
}

async function finished(
  ctx: MutationContext,
  issue: Issue,
  { code, note: written }: z.output<typeof ending>,
  own: { readonly ownerId?: string } = {},
): Promise<Effects> {
  const { id } = issue;
  const note = await named(ctx.tx, written);
  const steps = await listSteps(ctx.tx, id);
  const open = openSteps(steps).length;
  await updateIssue(ctx.tx, issue, {
    state: 'done',
    askedId: null,
    askedById: null,
    promiseAt: null,
    snoozedUntil: null,
    resolvedAt: ctx.now,
    resolutionCode: code,
    resolutionNote: note,
    ...(issue.acknowledgedAt ? {} : { acknowledgedAt: ctx.now }),
    ...own,
  });
  const recorded = await recordEvent(ctx, issueCase, issue, {
    what: 'done',
    before: { state: issue.state },
    after: { state: 'done', code, ...(open > 0 && { open, steps: steps.length }) },
    note,
    tells: concerned(issue, ctx.actor),
  });
  const reviewed = isReviewed(issue.severity)
    ? [reviewDue.at(id, reviewMissedAt(ctx.now, await calendarOf(ctx, null)))]
    : [];
  return {
    ...recorded,
    due: [
      promiseDue.never(id),
      snoozeDue.never(id),
      stepsDue.never(id),
      closeDue.at(id, new Date(ctx.now.getTime() + closesAfterMs)),
      ...reviewed,
    ],
  };
}
