import { hasRole, isInGroup, type Voter } from './match.ts';
import type { Group, Stage } from './model.ts';
import { canFillStages } from './seats.ts';
import type { NameOf } from './stage-words.ts';

/** Somebody who is here and has a role. */
export interface Person extends Voter {
  readonly name: string;
}

/** The least role that may request and decide, whatever the policy says. */
export const leastRole = 'operator';

/** The people who may request and decide at all. */
export function votersAmong<P extends Voter>(people: readonly P[]): readonly P[] {
  return people.filter(({ roles }) => hasRole(roles, leastRole));
}

export function namesAmong(people: readonly Pick<Person, 'id' | 'name'>[]): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? null;
}

/** What the stages of a rule lack when a certain person asks. */
export interface Shortage {
  readonly code: 'stage lacks people' | 'is for the requester alone' | 'people count once';
  /** The stage, from 0, that shows the shortage. */
  readonly stage: number;
  /** How many people that stage has. */
  readonly there: number;
}

/**
 * Why nobody could approve what this person asks; null: enough people could. A person counts in one stage only, and
 * never for their own request.
 */
export function shortageFor(
  stages: readonly Stage[],
  people: readonly Person[],
  requesterId: string,
): Shortage | null {
  const others = votersAmong(people).filter(({ id }) => id !== requesterId);
  if (canFillStages(stages, others)) return null;
  for (const [stage, { needs, of }] of stages.entries()) {
    const there = others.filter((person) => isInGroup(of, person)).length;
    if (there >= needs) continue;
    return {
      code: isOnly(of, requesterId) ? 'is for the requester alone' : 'stage lacks people',
      stage,
      there,
    };
  }
  return { code: 'people count once', stage: stages.length - 1, there: others.length };
}

function isOnly({ role, department, people }: Group, personId: string): boolean {
  return role === null && department === null && people.length === 1 && people[0] === personId;
}
