import { z } from 'zod';
import { mutation } from '../../core/runtime/operation.ts';
import type { Role } from '../../core/tokens/permission.ts';
import { keepMembers } from './permissions.ts';
import { addRole, removeRoles } from './role-store.ts';
import { firstRoles, memberKind, type SlackAccount } from './rules.ts';
import { findMember, insertMember, updateMember } from './store.ts';

class LostRace extends Error {}

/**
 * Records a new Slack account, or updates a known one. Run by the system. `departed`: the person whose last account is
 * deactivated, or who is no longer one of the shop's own; their work needs new owners.
 */
export const enrol = mutation({
  name: 'people.enrol',
  permission: keepMembers,
  input: z.object({
    account: z.custom<SlackAccount>(),
    ourTeamId: z.string(),
    configuredAdmins: z.array(z.string()),
  }),
  async run(ctx, { account, ourTeamId, configuredAdmins }) {
    const kind = memberKind(account, ourTeamId);
    const known = await findMember(ctx.tx, account.userId);
    if (known) {
      const gone = await updateMember(ctx.tx, known, account, kind, ctx.now);
      // An admin granted the roles to a member of the shop, not to an outsider.
      const outside = known.kind === 'full' && kind !== 'full';
      if (outside) await removeRoles(ctx.tx, known.personId);
      const kept: readonly Role[] = outside ? [] : known.roles;
      const configured =
        configuredAdmins.includes(account.userId) && (await addRole(ctx.tx, known.personId, 'admin'));
      const before = { active: known.active, kind: known.kind, roles: [...known.roles] };
      const after = {
        active: !account.deactivated,
        kind,
        roles: configured ? [...kept, 'admin'] : [...kept],
      };
      const changed = configured || before.active !== after.active || before.kind !== after.kind;
      return {
        result: { departed: gone || outside ? known.personId : null },
        changes: changed ? [{ subject: { kind: 'person', id: known.personId }, before, after }] : [],
      };
    }
    const id = ctx.ids.uuid(ctx.now);
    const roles = firstRoles(account, kind, configuredAdmins);
    // Rolls the person back too: a parallel request has created one.
    if (!(await insertMember(ctx.tx, account, { id, kind, roles, now: ctx.now }))) throw new LostRace();
    return {
      result: { departed: null },
      changes: [{ subject: { kind: 'person', id }, before: null, after: { kind, roles: [...roles] } }],
    };
  },
});

export function lostRace(error: unknown): boolean {
  return error instanceof LostRace;
}
