import { z } from 'zod';
import { demandInput } from '../../../cases/demand.ts';
import { actingReaderOf } from '../../../cases/reader.ts';
import { recordEvent } from '../../../cases/record-event.ts';
import type { MutationContext } from '../../../core/runtime/context.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { mentionOf } from '../../../core/text/words.ts';
import { forAct } from '../../../core/tokens/permission.ts';
import { findPeople, staysFor } from '../../people/index.ts';
import { issueCase } from '../issue/case.ts';
import { promiseDue, snoozeDue } from '../issue/due.ts';
import { holdOpen } from '../issue/hold-open.ts';
import type { Issue } from '../issue/model.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues, workOnIssues } from '../permissions.ts';
import { resumeSteps } from '../playbooks/schedule-reminder.ts';
import { assignSentences, whyNotAssign, whyNotAssignee } from './refusals.ts';

/** Asks a person to take an issue. They own it at once; it stays new until they press "I'm on it". */
export const assignIssue = mutation({
  name: 'issues.assign',
  permission: forAct(directIssues, 'assign issues'),
  input: z.object({ id: z.uuid(), slackUserId: z.string() }),
  async run(ctx, { id, slackUserId }) {
    const found = await holdAssignee(ctx, slackUserId);
    const issue = await holdOpen(ctx, id);
    const member = assignable(ctx, found);
    const reader = actingReaderOf(ctx);
    const judged = { assignee: member, needed: workOnIssues, owner: issue.owner?.name };
    demandInput(whyNotAssign(issue, member, reader), assignSentences, judged, reader, 'person');
    return {
      ...(await askToTake(ctx, issue, member)),
      result: issue.number,
      due: [promiseDue.never(id), snoozeDue.never(id), ...(await resumeSteps(ctx, issue))],
    };
  },
});

type Member = Awaited<ReturnType<typeof findPeople.call>>[number];

/** Finds the person and keeps them from leaving during this transaction. Call it before the issue is held. */
export async function holdAssignee(ctx: MutationContext, slackUserId: string): Promise<Member | null> {
  const [member] = await findPeople.call(ctx, { text: mentionOf(slackUserId) });
  if (!member) return null;
  const stays = await staysFor(ctx, member.personId);
  return { ...member, active: member.active && stays };
}

/** The person, or a refusal beside the form's input. */
export function assignable(ctx: MutationContext, member: Member | null): Member {
  const judged = { assignee: member, needed: workOnIssues };
  demandInput(whyNotAssignee(judged), assignSentences, judged, actingReaderOf(ctx), 'person');
  if (!member) throw new Error('Nobody unknown can be asked.');
  return member;
}

/** Assigns an issue and asks its new owner by direct message, unless they assign it to themselves. */
export async function askToTake(ctx: MutationContext, issue: Issue, { personId, slackUserId }: Member) {
  await updateIssue(ctx.tx, issue, {
    state: 'new',
    ownerId: personId,
    promiseAt: null,
    remindedAt: null,
    snoozedUntil: null,
    takenAt: null,
  });
  const { actor } = ctx;
  return await recordEvent(ctx, issueCase, issue, {
    what: 'assigned',
    before: { state: issue.state, owner: issue.owner?.id ?? null },
    after: { state: 'new', owner: personId },
    tells: actor.kind === 'person' && actor.id === personId ? [] : [slackUserId],
    ...(actor.kind === 'person' && { toldBy: actor.slackUserId }),
  });
}
