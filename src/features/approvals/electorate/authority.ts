import { actingPersonOf } from '../../../cases/reader.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { listOf } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { authoritiesOf } from '../delegation/authorities.ts';
import { stageWords } from '../policy/stage-words.ts';
import { type Approval, stageOf, type Vote } from '../request/model.ts';
import { when } from '../request/refusals.ts';
import { askable, neededAt } from './eligibility.ts';
import { rightOf } from './tally.ts';
import { votersNow } from './voters.ts';

/** Whose right they use: their own, or that of somebody who gave it to them. Read anew, whatever their card says. */
export async function authorityFor(ctx: QueryContext, approval: Approval): Promise<string> {
  const reader = actingPersonOf(ctx);
  const stage = stageOf(approval);
  const voters = await votersNow(ctx);
  const me = voters.find(({ id }) => id === reader.personId);
  if (!stage || !me)
    throw new Refusal('not-allowed', 'You may not decide approvals: that is for an operator.', {
      next: 'Ask an admin to run `/ops grant`.',
    });
  const lent = await authoritiesOf(ctx.scope, me.id, ctx.now);
  const right = rightOf(
    stage,
    me,
    voters.filter(({ id }) => id !== me.id && lent.includes(id)),
    approval,
  );
  if (right && 'authorityId' in right) return right.authorityId;
  if (right) throw new Refusal('conflict', usedBy(right.usedBy, reader));
  const nameOf = (id: string) => voters.find((voter) => voter.id === id)?.name ?? null;
  throw new Refusal('not-allowed', `That is for ${stageWords(stage, nameOf)} to decide now.`, {
    next: whomToAsk(approval, voters),
  });
}

/** A yes now that would leave a later stage without people is for somebody else to say. */
export async function demandNotNeededLater(
  ctx: QueryContext,
  approval: Approval,
  authorityId: string,
): Promise<void> {
  const { personId } = actingPersonOf(ctx);
  const voters = await votersNow(ctx);
  const later = neededAt(approval, voters, personId, authorityId);
  if (later === null) return;
  const holder = voters.find(({ id }) => id === authorityId);
  const whose = authorityId === personId || !holder ? 'Your' : `${holder.name}’s`;
  throw new Refusal(
    'conflict',
    `${whose} yes is needed at stage ${later + 1}: somebody else has to say this one.`,
    { next: whomToAsk(approval, voters) },
  );
}

function whomToAsk(approval: Approval, voters: Awaited<ReturnType<typeof votersNow>>): string {
  const names = askable(approval, voters)
    .slice(0, 5)
    .map(({ name }) => name);
  return names.length > 0 ? `Ask ${listOf(names, 'or')}.` : '`/approval policy` shows who decides what.';
}

function usedBy({ person, at }: Vote, reader: Reader): string {
  return `${person.name} used that right ${when(at, reader)}: it counts once.`;
}
