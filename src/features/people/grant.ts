import { z } from 'zod';
import type { MutationContext } from '../../core/runtime/context.ts';
import { mutation } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { listOf } from '../../core/text/sentence.ts';
import { forAct, type Role, roles } from '../../core/tokens/permission.ts';
import { roleTold } from './notifications.ts';
import { changeRoles } from './permissions.ts';
import { pickMember } from './pick.ts';
import { addRole, lockRoles, removeRole } from './role-store.ts';
import { above, highest, type MemberRow } from './rules.ts';
import { countAdmins } from './store.ts';

const input = z.object({
  /** Slack user id or name. */
  who: z.string().min(1, 'Say who: @ and the name.'),
  role: z.enum(roles, `Say which role: ${listOf(roles, 'or')}.`),
});

export const grantRole = mutation({
  name: 'people.grant',
  permission: forAct(changeRoles, 'grant roles'),
  input,
  first: lockRoles,
  async run(ctx, { who, role }) {
    const member = await pickMember(ctx, who);
    if (!member.active)
      throw new Refusal('conflict', `${member.name} is deactivated in Slack and can hold no role.`);
    const changed = await addRole(ctx.tx, member.personId, role);
    const higher = above(highest(member.roles), role);
    return {
      result: { name: member.name, role, changed, above: higher },
      changes: changed ? [change(member, [...member.roles, role])] : [],
      // What adds nothing is no news.
      notifications: changed && !higher ? telling(ctx, member, role, 'granted') : [],
    };
  },
});

export const revokeRole = mutation({
  name: 'people.revoke',
  permission: forAct(changeRoles, 'revoke roles'),
  input,
  // Two admins may revoke each other at the same moment; one must stay.
  first: lockRoles,
  async run(ctx, { who, role }) {
    const member = await pickMember(ctx, who);
    if (role === 'admin' && member.roles.includes('admin') && (await countAdmins(ctx.tx)) === 1) {
      throw new Refusal('conflict', `${member.name} is the only admin.`, {
        next: 'Grant admin to somebody else first.',
      });
    }
    const changed = await removeRole(ctx.tx, member.personId, role);
    const left = member.roles.filter((held) => held !== role);
    return {
      result: { name: member.name, role, changed, above: above(highest(left), role) },
      changes: changed ? [change(member, left)] : [],
      notifications: changed ? telling(ctx, member, role, 'revoked') : [],
    };
  },
});

/** Whoever changes their own rights knows it. */
function telling(ctx: MutationContext, member: MemberRow, role: Role, verb: 'granted' | 'revoked') {
  const { actor } = ctx;
  const isOwn = actor.kind === 'person' && actor.id === member.personId;
  if (isOwn || !member.active) return [];
  return [roleTold.about(ctx.ids.uuid(ctx.now), member.slackUserId, { by: actor.name, role, verb })];
}

function change(member: MemberRow, after: readonly string[]) {
  return {
    subject: { kind: 'person', id: member.personId },
    before: { roles: [...member.roles] },
    after: { roles: [...after] },
  };
}
