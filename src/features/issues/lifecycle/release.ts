import type { MutationContext } from '../../../core/runtime/context.ts';
import { leadsToAsk } from '../issue/leads.ts';
import type { Issue } from '../issue/model.ts';
import { recordStep } from '../issue/record-event.ts';
import { updateIssue } from '../issue/store.ts';
import { stepsBack } from '../playbooks/finish-step.ts';

/** Its owner has left: it is nobody's again, and those who can find somebody are told. */
export async function releaseIssue(ctx: MutationContext, issue: Issue) {
  await updateIssue(ctx.tx, issue.id, {
    state: 'new',
    ownerId: null,
    takenAt: null,
    promiseAt: null,
    remindedAt: null,
    snoozedUntil: null,
  });
  const step = await recordStep(ctx, issue, {
    what: 'released',
    before: { state: issue.state, owner: issue.owner?.id ?? null },
    after: { state: 'new', owner: null, left: issue.owner?.id ?? null },
    mentions: await leadsToAsk(ctx, issue.department),
    broadcast: true,
  });
  return { ...step, due: await stepsBack(ctx, issue) };
}
