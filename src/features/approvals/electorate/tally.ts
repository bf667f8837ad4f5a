import type { Somebody } from '../../../cases/model.ts';
import { isIn, type Voter } from '../policy/match.ts';
import type { Stage } from '../policy/model.ts';
import type { Approval, Vote } from '../request/model.ts';

type Voted = Pick<Approval, 'policy' | 'votes'>;

/** Who said yes at a stage. */
function yesesAt({ votes }: Voted, stage: number): readonly Vote[] {
  return votes.filter((vote) => vote.stage === stage && vote.choice === 'approve');
}

/** How many more have to say yes at a stage. */
export function missingAt(approval: Voted, stage: number): number {
  return Math.max(0, (approval.policy.stages[stage]?.needs ?? 0) - yesesAt(approval, stage).length);
}

/** Whose right somebody uses when they decide, or why they have none. */
export type Right =
  | { readonly authorityId: string }
  /** Whoever used the right before: the person themselves or a delegate. */
  | { readonly usedBy: Vote }
  | null;

/**
 * Their own right where they have one, else that of the first who gave them theirs. Each is used once in a round; the
 * requester's is never used. `authorities`: whose rights this person may use, and who have rights of their own.
 */
export function rightOf(
  stage: Stage,
  me: Voter,
  authorities: readonly Voter[],
  { votes, requester }: Pick<Approval, 'votes' | 'requester'>,
): Right {
  let used: Vote | undefined;
  for (const holder of [me, ...authorities]) {
    if (holder.id === requester.id || !isIn(stage.of, holder)) continue;
    const before = votes.find((vote) => (vote.inPlaceOf ?? vote.person).id === holder.id);
    if (!before) return { authorityId: holder.id };
    used ??= before;
  }
  return used ? { usedBy: used } : null;
}

/** Those of the group who can still say yes, by the order of the list; nobody for what they ask themselves. */
export function askedAt<P extends Voter>(
  stage: Stage,
  voters: readonly P[],
  { votes, requester }: Pick<Approval, 'votes' | 'requester'>,
): readonly P[] {
  return voters.filter(
    (person) =>
      person.id !== requester.id &&
      isIn(stage.of, person) &&
      !votes.some((vote) => vote.person.id === person.id || vote.inPlaceOf?.id === person.id),
  );
}

/** A yes that does not count any more, and whose right it was. */
export interface LostVote {
  readonly code: 'asked for it' | 'may not any more';
  readonly person: Somebody;
}

/** Why a yes does not count any more by the time of the effect; null: all of them count. */
export function whyNotCounted(
  { policy, votes, requester }: Pick<Approval, 'policy' | 'votes' | 'requester'>,
  voters: readonly Voter[],
  breakers: readonly Voter[],
): LostVote | null {
  // Whoever decided alone needed nobody else's yes.
  const alone = votes.filter(({ choice }) => choice === 'override');
  for (const vote of alone.length > 0 ? alone : votes) {
    const { person, inPlaceOf } = vote;
    const holder = inPlaceOf ?? person;
    if (person.id === requester.id || holder.id === requester.id)
      return { code: 'asked for it', person: requester };
    const stage = policy.stages[vote.stage];
    const own = voters.find(({ id }) => id === holder.id);
    const stillHere = voters.some(({ id }) => id === person.id);
    const counts =
      vote.choice === 'override'
        ? breakers.some(({ id }) => id === person.id)
        : stillHere && own !== undefined && stage !== undefined && isIn(stage.of, own);
    if (!counts) return { code: 'may not any more', person: stillHere ? holder : person };
  }
  return null;
}
