import { count } from '../../../core/text/sentence.ts';
import { hasRole, isIn, type Voter } from './match.ts';
import type { Stage } from './model.ts';
import { canFill } from './seats.ts';
import { groupWords, type NameOf, stageWords } from './stage-words.ts';

/** Somebody who is here and has a role. */
export interface Person extends Voter {
  readonly name: string;
}

/** What everybody has to be who asks or says yes, whatever the policy says of them. */
export const leastRole = 'operator';

/** Those who may ask and decide at all. */
export function votersAmong<P extends Voter>(people: readonly P[]): readonly P[] {
  return people.filter(({ roles }) => hasRole(roles, leastRole));
}

export function namesAmong(people: readonly Person[]): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? null;
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
  const short = shortage(stages, people, requesterId, 'you');
  return short && `Nobody could say yes to that: ${short.sentence}`;
}

/** The first stage that lacks people when this person asks, and what it lacks; null: none does. */
export function shortage(
  stages: readonly Stage[],
  people: readonly Person[],
  requesterId: string,
  requester: string,
): { readonly stage: number; readonly sentence: string } | null {
  const others = votersAmong(people).filter(({ id }) => id !== requesterId);
  if (canFill(stages, others)) return null;
  const nameOf = namesAmong(people);
  for (const [stage, { needs, of }] of stages.entries()) {
    const there = others.filter((person) => isIn(of, person)).length;
    if (there >= needs) continue;
    const whom = `${stageWords({ needs, of }, nameOf)} other than ${requester}`;
    return { stage, sentence: `it needs ${whom}, and there ${found(there)}.` };
  }
  const yeses = stages.reduce((sum, { needs }) => sum + needs, 0);
  const groups = stages.map(({ of }) => groupWords(of, nameOf)).join('; ');
  const sentence = `its stages need ${yeses} different people other than ${requester} (${groups}), and there are not so many.`;
  return { stage: stages.length - 1, sentence };
}

function found(there: number): string {
  if (there === 0) return 'is nobody';
  return `${there === 1 ? 'is' : 'are'} only ${count(there, 'person', 'people')}`;
}
