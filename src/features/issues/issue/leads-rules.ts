import type { Department } from '../../../core/tokens/departments.ts';
import type { Role } from '../../../core/tokens/permission.ts';

export interface Directing {
  readonly slackUserId: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
}

/** When everybody is mentioned, nobody acts. */
const mostAsked = 5;

/**
 * The leads of a department; without any, its managers, then the leads and managers of others, then the admins. Empty
 * only when nobody directs anything. `besides`: the Slack user who is left out, unless they are the only one.
 */
export function leadsAmong(
  all: readonly Directing[],
  department: Department,
  besides: string | null = null,
): readonly string[] {
  const others = all.filter(({ slackUserId }) => slackUserId !== besides);
  const people = others.length > 0 ? others : all;
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
