import { mentionedUser } from '../../core/text/words.ts';
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

/** The role that already gives more than this one; null: there is none. */
export function above(held: Role | null, role: Role): Role | null {
  return held && roles.indexOf(held) > roles.indexOf(role) ? held : null;
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

/** Whom a text means: the account with this id, whoever bears this name, or, when it can be both, the id first. */
export interface Wanted {
  readonly id: string | null;
  readonly name: string | null;
}

/** Slack's words for everybody. */
const everybody = /^@?(everyone|channel|here|all)$/i;

/**
 * Anybody may call themselves anything in Slack. A mention or a Slack id means that account alone, whoever bears it as
 * a name, and the words for everybody mean nobody.
 */
export function wantedIn(text: string): Wanted {
  const mentioned = mentionedUser(text);
  if (mentioned) return { id: mentioned, name: null };
  if (everybody.test(text) || /^<.*>$/.test(text)) return { id: null, name: null };
  const id = /^[UW][A-Z0-9]+$/i.test(text) ? text.toUpperCase() : null;
  return { id, name: id !== null && isSlackId(text) ? null : text };
}

/** Names such as Ursula begin like an id too; real ids are longer and hold digits, but for a few. */
function isSlackId(text: string): boolean {
  return text.length >= 9 && /\d/.test(text);
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
