import type { ActingReader, Sentences } from '../../../cases/refusals.ts';
import { type Permission, type Role, rolesHolding } from '../../../core/tokens/permission.ts';
import type { Issue } from '../issue/model.ts';

/** A person who may be asked to take an issue. */
export interface Assignee {
  readonly personId: string;
  readonly name: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
}

/** `assignee`: null for somebody who never used the bot. `needed`: the permission to work on issues. */
interface Judged {
  readonly assignee: Assignee | null;
  readonly needed: Permission;
  /** Whose issue it is, for those who want it themselves. */
  readonly owner?: string | undefined;
}

export type AssignNo =
  | 'is unknown'
  | 'is deactivated'
  | 'may not take issues'
  | 'is yourself'
  | 'is yours'
  | 'is owned'
  | 'is on it'
  | 'is asked';

export const assignSentences: Sentences<AssignNo, Judged> = {
  'is unknown': () => 'I don’t know that person yet: they have to use me once first.',
  'is deactivated': ({ assignee }) => `${nameOf(assignee)} is deactivated in Slack.`,
  'may not take issues': ({ assignee, needed }) =>
    `${nameOf(assignee)} may not ${needed.to}: that is for an ${needed.atLeast}.`,
  'is yourself': () => 'That is you: press “I’m on it”.',
  'is yours': () => 'You are on it already.',
  'is owned': ({ owner = 'Somebody' }) => `${owner} is on it: only another lead can assign it to you.`,
  'is on it': ({ assignee }) => `${nameOf(assignee)} is on it already.`,
  'is asked': ({ assignee }) => `${nameOf(assignee)} is asked already.`,
};

/** Why a person cannot take issues at all; null: they can. */
export function whyNotAssignee({ assignee, needed }: Judged): AssignNo | null {
  if (!assignee) return 'is unknown';
  if (!assignee.active) return 'is deactivated';
  return rolesHolding(needed).some((role) => assignee.roles.includes(role)) ? null : 'may not take issues';
}

/** Why a person cannot be asked to take this issue. */
export function whyNotAssign(
  { owner, asked }: Pick<Issue, 'owner' | 'asked'>,
  assignee: Pick<Assignee, 'personId'>,
  { personId }: ActingReader,
): AssignNo | null {
  if (assignee.personId === personId) {
    // An issue that somebody is on has no button to take it.
    if (!owner?.active) return 'is yourself';
    return owner.id === personId ? 'is yours' : 'is owned';
  }
  if (owner?.id === assignee.personId) return 'is on it';
  return asked?.id === assignee.personId ? 'is asked' : null;
}

function nameOf(assignee: Assignee | null): string {
  return assignee?.name ?? 'That person';
}
