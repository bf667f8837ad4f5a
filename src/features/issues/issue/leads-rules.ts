import type { Department } from '../../../core/tokens/departments.ts';
import type { Role } from '../../../core/tokens/permission.ts';

export interface Directing {
  readonly slackUserId: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
}

/** A mention of more would be a mention of nobody. */
const mostAsked = 5;

/** The department's own leads; where it has none, those next to them. Empty only where nobody directs anything. */
export function leadsAmong(people: readonly Directing[], department: Department): readonly string[] {
  const own = people.filter(({ departments }) => departments.includes(department));
  const circles = [
    holding(own, 'lead'),
    holding(own, 'manager'),
    holding(people, 'lead'),
    holding(people, 'manager'),
    people,
  ];
  const asked = circles.find((circle) => circle.length > 0) ?? [];
  return asked.slice(0, mostAsked).map(({ slackUserId }) => slackUserId);
}

function holding(people: readonly Directing[], role: Role): readonly Directing[] {
  return people.filter(({ roles }) => roles.includes(role));
}
