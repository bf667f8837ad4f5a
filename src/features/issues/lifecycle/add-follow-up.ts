import { z } from 'zod';
import { hold } from '../../../cases/hold.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import { combined } from '../../../core/runtime/effects.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { issueCase } from '../issue/case.ts';
import { maxTitle } from '../issue/model.ts';
import { insertLinks } from '../issue/store.ts';
import { workOnIssues } from '../permissions.ts';
import { askToTake, assignable, holdAssignee } from './assign.ts';
import { raiseIssue } from './raise.ts';

/** Raises a task that an issue leaves behind. Both link to each other. */
export const addFollowUp = mutation({
  name: 'issues.follow-up',
  permission: forAct(workOnIssues, 'raise follow-ups'),
  input: z.object({
    id: z.uuid(),
    title: z.string().trim().min(1, 'Say in one line what needs to be done.').max(maxTitle),
    department: z.enum(departments),
    /** The Slack user who is asked to take it; null: nobody in particular. */
    person: z.string().nullable(),
    dueAt: z.date().nullable(),
  }),
  async run(ctx, { id, person, ...wish }) {
    const member = person === null ? null : assignable(ctx, await holdAssignee(ctx, person));
    const origin = await hold(ctx, issueCase, id);
    const { issue } = await raiseIssue.call(ctx, {
      ...wish,
      kind: 'task',
      severity: 'normal',
      source: `a follow-up of issue ${origin.number}`,
      links: [
        linkTo(origin.id, `Follows issue ${origin.number} ${origin.title}`),
        ...origin.links.filter(({ what }) => what !== 'message' && what !== 'issue'),
      ],
    });
    await insertLinks(ctx.tx, origin.id, [linkTo(issue.id, `Follow-up ${issue.number} ${issue.title}`)]);
    const asked = member ? await askToTake(ctx, issue, member) : { changes: [] };
    const recorded = await recordEvent(ctx, issueCase, origin, {
      what: 'follow-up',
      after: { number: issue.number, name: issue.title, issue: issue.id },
    });
    return { ...combined(recorded, asked), result: issue };
  },
});

function linkTo(ref: string, label: string) {
  return { what: 'issue' as const, ref, label: [...label].slice(0, maxTitle).join(''), url: null };
}
