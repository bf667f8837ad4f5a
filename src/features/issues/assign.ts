import { z } from 'zod';
import type { MutationContext } from '../../core/context.ts';
import { mutation } from '../../core/operation.ts';
import { rolesHolding } from '../../core/permission.ts';
import { Refusal } from '../../core/refusal.ts';
import { findPeople } from '../people/list.ts';
import { staysFor } from '../people/stay.ts';
import { askerOf, demand } from './asker.ts';
import { promiseDue, snoozeDue } from './due.ts';
import { whyNotWorkOn } from './no-rules.ts';
import { directIssues, workOnIssues } from './permissions.ts';
import type { Issue } from './rules.ts';
import { asking, held, recordStep } from './step.ts';
import { updateIssue } from './store.ts';

/** Asks somebody to take it: theirs by name, and new until they say that they are on it. */
export const assignIssue = mutation({
  name: 'issues.assign',
  permission: directIssues,
  input: z.object({ id: z.uuid(), slackUserId: z.string() }),
  async run(ctx, { id, slackUserId }) {
    const [asked] = await findPeople.call(ctx, { text: slackUserId });
    const stays = asked ? await staysFor(ctx, asked.personId) : false;
    const issue = await held(ctx, id);
    demand(whyNotWorkOn(issue, askerOf(ctx)));
    const member = assigneeFor(ctx, issue, asked && { ...asked, active: asked.active && stays });
    await updateIssue(ctx.tx, id, {
      state: 'new',
      ownerId: member.personId,
      promiseAt: null,
      remindedAt: null,
      snoozedUntil: null,
      takenAt: null,
    });
    const { eventId, changes, notifications } = await recordStep(ctx, issue, {
      what: 'assigned',
      before: { state: issue.state, owner: issue.owner?.id ?? null },
      after: { state: 'new', owner: member.personId },
    });
    return {
      result: issue.number,
      changes,
      notifications: [...notifications, asking(ctx, issue, eventId, slackUserId)],
      due: [promiseDue.never(id), snoozeDue.never(id)],
    };
  },
});

type Member = Awaited<ReturnType<typeof findPeople.call>>[number];

function assigneeFor(ctx: MutationContext, issue: Issue, member: Member | undefined): Member {
  if (!member) throw wrong('I do not know them yet: they are known after their first command.');
  const { name, active, roles, personId } = member;
  if (!active) throw wrong(`${name} is deactivated in Slack.`);
  if (!rolesHolding(workOnIssues).some((role) => roles.includes(role)))
    throw wrong(`${name} may not ${workOnIssues.to}: that is for an ${workOnIssues.atLeast}.`);
  if (ctx.actor.kind === 'person' && personId === ctx.actor.id)
    throw wrong('That is you: press “I’m on it”.');
  if (issue.owner?.id === personId)
    throw wrong(issue.state === 'on it' ? `${name} is on it already.` : `${name} is asked already.`);
  return member;
}

function wrong(sentence: string): Refusal {
  return new Refusal('invalid', sentence, { fields: { person: sentence } });
}
