import { z } from 'zod';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import type { Due } from '../../../core/tokens/due.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { issueCase } from '../issue/case.ts';
import { concerned } from '../issue/concerned.ts';
import { promiseDue } from '../issue/due.ts';
import { findLeads } from '../issue/find-leads.ts';
import { holdOpen } from '../issue/hold-open.ts';
import { type Issue, isUrgent, type Severity, severities } from '../issue/model.ts';
import { leadsToldAt } from '../issue/promise-rules.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues } from '../permissions.ts';

/** A change of severity leaves the promise as it is. */
export const setSeverity = mutation({
  name: 'issues.severity',
  permission: forAct(directIssues, 'change the severity of issues'),
  input: z.object({ id: z.uuid(), severity: z.enum(severities) }),
  async run(ctx, { id, severity }) {
    const issue = await holdOpen(ctx, id);
    if (issue.severity === severity) return { result: issue.number, changes: [] };
    await updateIssue(ctx.tx, issue, { severity });
    const recorded = await recordEvent(ctx, issueCase, issue, {
      what: 'severity',
      before: { severity: issue.severity },
      after: { severity },
      ...(isWorse(issue, severity) ? await worseNews(ctx, issue, severity) : {}),
    });
    return { ...recorded, result: issue.number, due: leadsDue(ctx, issue, severity) };
  },
});

function isWorse(issue: Pick<Issue, 'severity'>, severity: Severity): boolean {
  return severities.indexOf(severity) < severities.indexOf(issue.severity);
}

/** Who hears that an issue became worse: who has to do with it, and the leads once it is urgent and nobody is on it. */
export async function worseNews(ctx: MutationContext, issue: Issue, severity: Severity) {
  const { actor } = ctx;
  const own = actor.kind === 'person' ? actor.slackUserId : null;
  const needsLeads = isUrgent({ severity }) && !isUrgent(issue) && !issue.owner;
  return {
    tells: concerned(issue, actor),
    ...(needsLeads && { mentions: await findLeads(ctx, issue.department, own) }),
  };
}

/** Moves the moment when the leads are told, for an owner who was reminded of a passed promise already. */
export function leadsDue({ now }: MutationContext, issue: Issue, severity: Severity): readonly Due[] {
  if (issue.state !== 'on it' || !issue.remindedAt) return [];
  const at = leadsToldAt(issue.remindedAt, { from: issue.severity, to: severity }, now);
  if (at === 'as it is') return [];
  return [at ? promiseDue.at(issue.id, at) : promiseDue.never(issue.id)];
}
