import type { Sentences } from '../../../cases/refusals.ts';
import { isInGroup } from '../policy/match.ts';
import { namesAmong, type Person } from '../policy/staffing.ts';
import { stageWords } from '../policy/stage-words.ts';
import type { Approval } from '../request/model.ts';

interface FailedRequest extends Pick<Approval, 'policy'> {
  /** Everybody who may decide requests now. */
  readonly voters: readonly Person[];
}

export type FailureNo = 'is for the last stage' | 'is for operators';

const next = '`/approval policy` shows who decides what.';

export const failureSentences: Sentences<FailureNo, FailedRequest> = {
  'is for the last stage': ({ policy, voters }) => {
    const last = policy.stages.at(-1);
    return { says: `That is for ${last ? stageWords(last, namesAmong(voters)) : 'nobody'}.`, next };
  },
  'is for operators': () => ({ says: 'That is for an operator.', next }),
};

/** Why this person cannot settle a failed request. Without stages, everybody who may decide requests can. */
export function whyNotSettle({ policy, voters }: FailedRequest, personId: string): FailureNo | null {
  const person = voters.find(({ id }) => id === personId);
  const last = policy.stages.at(-1);
  if (last) return person && isInGroup(last.of, person) ? null : 'is for the last stage';
  return person ? null : 'is for operators';
}
