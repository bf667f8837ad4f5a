import { type Permission, type Role, rolesHolding } from '../tokens/permission.ts';

/**
 * The one who acts. `system` is the bot itself, for instance on a schedule; `console` is somebody with a shell on the
 * machine; a `connector` is a source outside that tells something, under its own name.
 */
export type Actor =
  | {
      readonly kind: 'person';
      /** The person, not the Slack account: two accounts of one person are one actor. */
      readonly id: string;
      readonly name: string;
      readonly slackUserId: string;
      /** Owner or admin of the Slack workspace itself, which gives no right here except the first set-up. */
      readonly slackAdmin: boolean;
      readonly roles: readonly Role[];
      readonly departments: readonly string[];
      readonly timeZone: string;
    }
  | {
      readonly kind: 'console';
      readonly id: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly timeZone: string;
    }
  | {
      readonly kind: 'connector';
      /** The connector, or one source of its kind: two shops of one maker are two actors. */
      readonly id: string;
      readonly name: string;
      /** Keys of the permissions on its list. */
      readonly may: readonly string[];
      readonly timeZone: string;
    }
  | { readonly kind: 'system'; readonly id: string; readonly name: string; readonly timeZone: string };

export type PersonActor = Extract<Actor, { kind: 'person' }>;

/**
 * Whether the actor holds the permission. The system holds all, a connector those of its list; a person and the console
 * hold those of their roles.
 */
export function holds(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'connector') return actor.may.includes(permission.key);
  const enough = rolesHolding(permission);
  return actor.roles.some((role) => enough.includes(role));
}
