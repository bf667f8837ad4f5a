import type { Somebody } from '../../../cases/model.ts';
import { isInGroup, type Voter } from '../policy/match.ts';
import type { Stage } from '../policy/model.ts';
import type { Approval, Vote } from '../request/model.ts';

type Voted = Pick<Approval, 'policy' | 'votes'>;

function yesesAt({ votes }: Voted, stage: number): readonly Vote[] {
  return votes.filter((vote) => vote.stage === stage && vote.choice === 'approve');
}

/** How many yeses a stage still lacks. */
export function missingAt(approval: Voted, stage: number): number {
  return Math.max(0, (approval.policy.stages[stage]?.needs ?? 0) - yesesAt(approval, stage).length);
}

/** The authority a vote would use. */
export interface Authority {
  readonly holderId: string;
  /** The vote that used it already, cast by its holder or a delegate; null: it is unused. */
  readonly usedBy: Vote | null;
}

/**
 * The voter's own authority at a stage, else the first unused one delegated to them, else the first used one. Null:
 * they have none. Each authority counts once in a round; the requester's never counts.
 */
export function authorityIn(
  stage: Stage,
  voter: Voter,
  delegators: readonly Voter[],
  { votes, requester }: Pick<Approval, 'votes' | 'requester'>,
): Authority | null {
  const authorities = [voter, ...delegators]
    .filter(({ id }) => id !== requester.id)
    .filter((holder) => isInGroup(stage.of, holder))
    .map(({ id }) => ({ holderId: id, usedBy: votes.find((vote) => holderOf(vote).id === id) ?? null }));
  return authorities.find(({ usedBy }) => usedBy === null) ?? authorities[0] ?? null;
}

/** The person whose authority a vote used. */
function holderOf({ person, inPlaceOf }: Vote): Somebody {
  return inPlaceOf ?? person;
}

/** Whether a person's yes is spent: they voted, or a delegate voted for them. */
export function hasVoted({ votes }: Pick<Approval, 'votes'>, personId: string): boolean {
  return votes.some(({ person, inPlaceOf }) => person.id === personId || inPlaceOf?.id === personId);
}

/** The members of a stage's group who can still say yes, in the order given; never the requester. */
export function remainingAt<P extends Voter>(
  stage: Stage,
  voters: readonly P[],
  approval: Pick<Approval, 'votes' | 'requester'>,
): readonly P[] {
  return voters.filter(
    (person) =>
      person.id !== approval.requester.id && isInGroup(stage.of, person) && !hasVoted(approval, person.id),
  );
}

/** A yes that no longer counts, and the person because of whom it does not. */
export interface LostVote {
  readonly code: 'asked for it' | 'may not any more';
  readonly person: Somebody;
}

/** Why a yes no longer counts when the effect is to run; null: all of them count. */
export function whyNotCounted(
  { policy, votes, requester }: Pick<Approval, 'policy' | 'votes' | 'requester'>,
  voters: readonly Voter[],
  overriders: readonly Voter[],
): LostVote | null {
  // An override stands alone: no other vote is needed.
  const overrides = votes.filter(({ choice }) => choice === 'override');
  for (const vote of overrides.length > 0 ? overrides : votes) {
    const { person } = vote;
    const holder = holderOf(vote);
    if (person.id === requester.id || holder.id === requester.id)
      return { code: 'asked for it', person: requester };
    const stage = policy.stages[vote.stage];
    const holderNow = voters.find(({ id }) => id === holder.id);
    const stillHere = voters.some(({ id }) => id === person.id);
    const counts =
      vote.choice === 'override'
        ? overriders.some(({ id }) => id === person.id)
        : stillHere && holderNow !== undefined && stage !== undefined && isInGroup(stage.of, holderNow);
    if (!counts) return { code: 'may not any more', person: stillHere ? holder : person };
  }
  return null;
}
