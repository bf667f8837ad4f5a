import { refusalFor } from '../../../cases/demand.ts';
import { actingPersonOf } from '../../../cases/reader.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import { delegatorsOf } from '../delegation/in-force.ts';
import { type Approval, stageOf } from '../request/model.ts';
import { neededAt } from './eligibility.ts';
import { type Ballot, judgeVote, voteSentences } from './refusals.ts';
import { authorityIn } from './tally.ts';
import { votersNow } from './voters.ts';

/**
 * The id of the person whose authority this vote uses: the voter's own, or one delegated to them. People and
 * delegations are read anew, whatever the card says. Throws a `Refusal` where the voter may not vote.
 */
export async function demandAuthority(
  ctx: QueryContext,
  approval: Approval,
  choice: 'approve' | 'reject',
): Promise<string> {
  const reader = actingPersonOf(ctx);
  const ballot = await ballotOf(ctx, approval, reader.personId, choice);
  const ruling = judgeVote(ballot);
  if ('no' in ruling) throw refusalFor(ruling.no, voteSentences, ballot, reader);
  return ruling.holderId;
}

async function ballotOf(
  ctx: QueryContext,
  approval: Approval,
  personId: string,
  choice: 'approve' | 'reject',
): Promise<Ballot> {
  const voters = await votersNow(ctx);
  const voter = voters.find(({ id }) => id === personId);
  const stage = stageOf(approval);
  if (!voter || !stage) return { approval, voters, authority: null, neededAt: null };
  const delegatorIds = await delegatorsOf(ctx.scope, personId, ctx.now);
  const delegators = voters.filter(({ id }) => id !== personId && delegatorIds.includes(id));
  const authority = authorityIn(stage, voter, delegators, approval);
  // A no ends the request: no later stage needs that person's yes any more.
  const needed =
    authority && choice === 'approve' ? neededAt(approval, voters, personId, authority.holderId) : null;
  return { approval, voters, authority, neededAt: needed };
}
