import type { QueryContext } from '../../core/context.ts';
import { Refusal } from '../../core/refusal.ts';
import { listOf } from '../../core/sentence.ts';
import { askerOf } from './asker.ts';
import { authoritiesOf } from './delegation.ts';
import { stageWords } from './group-rules.ts';
import { type Asker, when } from './no-rules.ts';
import { votersNow } from './people.ts';
import { type Approval, stageOf, type Vote } from './rules.ts';
import { askedAt, rightOf } from './vote-rules.ts';

/** Whose right they use: their own, or that of somebody who gave it to them. Read anew, whatever their card says. */
export async function rightFor(ctx: QueryContext, approval: Approval): Promise<string> {
  const asker = askerOf(ctx);
  const stage = stageOf(approval);
  const voters = await votersNow(ctx);
  const me = voters.find(({ id }) => id === asker.personId);
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
  if (right) throw new Refusal('conflict', usedBy(right.usedBy, asker));
  const nameOf = (id: string) => voters.find((voter) => voter.id === id)?.name ?? null;
  const names = askedAt(stage, voters, approval)
    .slice(0, 5)
    .map(({ name }) => name);
  throw new Refusal('not-allowed', `That is for ${stageWords(stage, nameOf)} to decide now.`, {
    next: names.length > 0 ? `Ask ${listOf(names, 'or')}.` : '`/approval policy` shows who decides what.',
  });
}

function usedBy({ person, at }: Vote, asker: Asker): string {
  return `${person.name} used that right ${when(at, asker)}: it counts once.`;
}
