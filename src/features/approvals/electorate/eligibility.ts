import { isInGroup, type Voter } from '../policy/match.ts';
import type { Stage } from '../policy/model.ts';
import { canFillStages } from '../policy/seats.ts';
import { type Approval, stageOf } from '../request/model.ts';
import { hasVoted, missingAt, remainingAt } from './tally.ts';

/** A request as far as its electorate depends on it. */
export type Electorate = Pick<Approval, 'policy' | 'stage' | 'votes' | 'requester'>;

/**
 * The later stage, from 0, that the others could not fill if this person said yes now; null: they may. `holderId`: the
 * person whose authority the yes would use. Where there are too few people either way, nobody is held back: it would
 * not help.
 */
export function neededAt(
  approval: Electorate,
  voters: readonly Voter[],
  personId: string,
  holderId: string = personId,
): number | null {
  const { stage, policy, requester } = approval;
  const now = policy.stages[stage];
  const later = policy.stages.slice(stage + 1);
  if (!now || later.length === 0) return null;
  const left = voters.filter(({ id }) => id !== requester.id && !hasVoted(approval, id));
  const others = left.filter(({ id }) => id !== personId && id !== holderId);
  const missing = missingAt(approval, stage);
  const stages = (needs: number): readonly Stage[] => [{ ...now, needs: Math.max(0, needs) }, ...later];
  if (!canFillStages(stages(missing), left) || canFillStages(stages(missing - 1), others)) return null;
  const spent = left.filter((one) => !others.includes(one));
  const at = later.findIndex(({ of }) => spent.some((one) => isInGroup(of, one)));
  return stage + 1 + Math.max(0, at);
}

/** Everybody who can say yes now, without those whose yes a later stage needs. */
export function eligibleNow<P extends Voter>(approval: Electorate, voters: readonly P[]): readonly P[] {
  const stage = stageOf(approval);
  if (!stage) return [];
  return remainingAt(stage, voters, approval).filter(({ id }) => neededAt(approval, voters, id) === null);
}
