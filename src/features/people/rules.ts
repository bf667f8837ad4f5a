import { type Role, roles } from '../../core/tokens/permission.ts';

/** A Slack account, as far as rights depend on it. */
export interface SlackAccount {
  readonly userId: string;
  readonly teamId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly admin: boolean;
  readonly guest: boolean;
  readonly bot: boolean;
  readonly deactivated: boolean;
}

export type MemberKind = 'full' | 'guest' | 'external';

/** Guests and people of other workspaces may do nothing until an admin grants a role; everybody else may look. */
export function memberKind(account: SlackAccount, ourTeamId: string): MemberKind {
  if (account.teamId !== ourTeamId) return 'external';
  return account.guest ? 'guest' : 'full';
}

export function firstRoles(
  account: SlackAccount,
  kind: MemberKind,
  configuredAdmins: readonly string[],
): readonly Role[] {
  if (configuredAdmins.includes(account.userId)) return ['admin'];
  return kind === 'full' && !account.bot ? ['viewer'] : [];
}

/** The highest of a person's roles, for lists. */
export function highest(held: readonly string[]): Role | null {
  return roles.findLast((role) => held.includes(role)) ?? null;
}

/** A Slack account and the person behind it. */
export interface MemberRow {
  readonly personId: string;
  readonly slackUserId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
  readonly kind: MemberKind;
  readonly slackAdmin: boolean;
  readonly active: boolean;
  /** When Slack last reported on the account. */
  readonly refreshedAt: Date;
}

/** The most people a list shows. */
export const listLimit = 40;

/** A person who works here and has a role. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
  readonly timeZone: string;
  readonly slackUserId: string;
}
