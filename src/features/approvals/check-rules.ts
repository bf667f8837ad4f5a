import { count } from '../../core/sentence.ts';
import { hasRole, isIn, type Voter } from './choose-rules.ts';
import { groupWords, type NameOf, stageWords } from './group-rules.ts';
import type { Stage } from './policy-rules.ts';
import { canFill } from './seat-rules.ts';

/** Somebody who is here and has a role. */
export interface Person extends Voter {
  readonly name: string;
}

/** What everybody has to be who says yes, whatever the policy says of them. */
export const leastVoter = 'operator';

/** Those who may decide at all. */
export function votersAmong<P extends Voter>(people: readonly P[]): readonly P[] {
  return people.filter(({ roles }) => hasRole(roles, leastVoter));
}

/**
 * Why nobody could say yes to what this person asks, as a sentence; null: there are people who could. One person
 * counts once over all stages, and nobody counts for what they ask themselves.
 */
export function whyNobodyCan(
  stages: readonly Stage[],
  people: readonly Person[],
  requesterId: string,
): string | null {
  const others = votersAmong(people).filter(({ id }) => id !== requesterId);
  if (canFill(stages, others)) return null;
  const nameOf: NameOf = (id) => people.find((person) => person.id === id)?.name ?? null;
  for (const { needs, of } of stages) {
    const there = others.filter((person) => isIn(of, person)).length;
    if (there < needs) return `Nobody could say yes to that: it needs ${lack({ needs, of }, there, nameOf)}.`;
  }
  const yeses = stages.reduce((sum, { needs }) => sum + needs, 0);
  const whom = stages.map(({ of }) => groupWords(of, nameOf)).join('; ');
  return `Nobody could say yes to that: its ${stages.length} stages need ${yeses} different people other than you (${whom}), and there are not so many.`;
}

/** "a lead other than you, and there is nobody", "2 leads other than you, and there is 1". */
function lack(stage: Stage, there: number, nameOf: NameOf): string {
  const found =
    there === 0 ? 'is nobody' : `${there === 1 ? 'is only' : 'are only'} ${count(there, 'person', 'people')}`;
  return `${stageWords(stage, nameOf)} other than you, and there ${found}`;
}
