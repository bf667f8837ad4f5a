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
import { holdOpen } from '../issue/hold-open.ts';
import type { Issue } from '../issue/model.ts';
import { updateIssue } from '../issue/store.ts';
import { directIssues, workOnIssues } from '../permissions.ts';
import { assignSentences, whyNotAssign, whyNotAssignee } from './refusals.ts';

/** Asks a person to take an issue. Its owner, if there is one, stays until they accept. */
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
    return { ...(await askToTake(ctx, issue, member)), result: issue.number };
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

/**
 * Asks somebody to take an issue, with a copy of its card in their direct messages, unless they ask themselves. An edit
 * of a copy notifies nobody: whoever has one already gets a line as well.
 */
export async function askToTake(ctx: MutationContext, issue: Issue, { personId, slackUserId }: Member) {
  const { actor } = ctx;
  const { copies } = issue;
  const askedById = actor.kind === 'person' ? actor.id : null;
  const oneself = askedById === personId;
  const has = oneself || copies.includes(slackUserId);
  const now = { ...issue, copies: has ? copies : [...copies, slackUserId] };
  await updateIssue(ctx.tx, issue, { askedId: personId, askedById, copies: [...now.copies] });
  return await recordEvent(ctx, issueCase, now, {
    what: 'assigned',
    before: { asked: issue.asked?.id ?? null },
    after: { asked: personId },
    tells: has && !oneself ? [slackUserId] : [],
    ...(actor.kind === 'person' && { toldBy: actor.slackUserId }),
  });
}
