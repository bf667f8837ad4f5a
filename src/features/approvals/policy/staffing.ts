import { hasRole, isIn, type Voter } from './match.ts';
import type { Stage } from './model.ts';
import { canFill } from './seats.ts';
import type { NameOf } from './stage-words.ts';

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

/** What a policy's stages lack when somebody asks. */
export interface Shortage {
  readonly code: 'stage lacks people' | 'people count once';
  /** The stage, from 0, that it shows at. */
  readonly stage: number;
  /** How many are there for that stage. */
  readonly there: number;
}

/**
 * Why nobody could say yes to what this person asks; null: there are people who could. One person counts once over
 * all stages, and nobody counts for what they ask themselves.
 */
export function whyNobodyCan(
  stages: readonly Stage[],
  people: readonly Person[],
  requesterId: string,
): Shortage | null {
  const others = votersAmong(people).filter(({ id }) => id !== requesterId);
  if (canFill(stages, others)) return null;
  for (const [stage, { needs, of }] of stages.entries()) {
    const there = others.filter((person) => isIn(of, person)).length;
    if (there < needs) return { code: 'stage lacks people', stage, there };
  }
  return { code: 'people count once', stage: stages.length - 1, there: others.length };
}
