import { isIn, type Voter } from '../policy/match.ts';
import type { Stage } from '../policy/model.ts';
import { canFill } from '../policy/seats.ts';
import { type Approval, stageOf } from '../request/model.ts';
import { askedAt, missingAt } from './tally.ts';

type Open = Pick<Approval, 'policy' | 'stage' | 'votes' | 'requester'>;

/**
 * The later stage, from 0, that nobody else could fill if this person said yes now; null: they may. `holderId`: whose
 * right it would use, their own or one that was lent. Where the people do not suffice either way nobody is held back:
 * it would help nobody.
 */
export function neededAt(
  approval: Open,
  voters: readonly Voter[],
  personId: string,
  holderId: string = personId,
): number | null {
  const { stage, policy, requester, votes } = approval;
  const now = policy.stages[stage];
  const later = policy.stages.slice(stage + 1);
  if (!now || later.length === 0) return null;
  const left = voters.filter(({ id }) => id !== requester.id && !votes.some((vote) => spent(vote, id)));
  const others = left.filter(({ id }) => id !== personId && id !== holderId);
  const missing = missingAt(approval, stage);
  const stages = (needs: number): readonly Stage[] => [{ ...now, needs: Math.max(0, needs) }, ...later];
  if (!canFill(stages(missing), left) || canFill(stages(missing - 1), others)) return null;
  const gone = left.filter((one) => !others.includes(one));
  const at = later.findIndex(({ of }) => gone.some((one) => isIn(of, one)));
  return stage + 1 + Math.max(0, at);
}

function spent({ person, inPlaceOf }: Approval['votes'][number], id: string): boolean {
  return person.id === id || inPlaceOf?.id === id;
}

/** Those who can say yes now, without those whose yes a later stage needs. */
export function askable<P extends Voter>(approval: Open, voters: readonly P[]): readonly P[] {
  const stage = stageOf(approval);
  if (!stage) return [];
  return askedAt(stage, voters, approval).filter(({ id }) => neededAt(approval, voters, id) === null);
}
