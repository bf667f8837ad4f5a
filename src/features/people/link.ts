import { z } from 'zod';
import type { MutationContext } from '../../core/runtime/context.ts';
import type { Effects } from '../../core/runtime/effects.ts';
import { mutation } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { forAct } from '../../core/tokens/permission.ts';
import { changeRoles } from './permissions.ts';
import { pickMember } from './pick.ts';
import { lockRoles } from './role-store.ts';
import type { MemberRow } from './rules.ts';
import { holdPeople, mergePeople } from './store.ts';

const who = z.string('Say whose accounts: @ and both names.').min(1, 'Say whose accounts: @ and both names.');

/** The person an account had before, and the one it has now. */
export interface Merged {
  readonly from: string;
  readonly to: string;
}

interface Linked {
  readonly account: string;
  readonly person: string;
  /** Null: both accounts already had one person. */
  readonly merged: Merged | null;
}

/**
 * Joins two Slack accounts into one person, who counts once from now on: no second account approves a request of the
 * first. The person keeps the roles and departments of both. `merged`: the person who is gone, and the one who remains.
 */
export const linkAccounts = mutation({
  name: 'people.link-accounts',
  permission: forAct(changeRoles, 'join accounts'),
  input: z.object({ account: who, person: who }),
  first: lockRoles,
  async run(ctx, { account, person }): Promise<Effects & { readonly result: Linked }> {
    const [theirs, kept] = [await pick(ctx, account), await pick(ctx, person)];
    const names = { account: theirs.name, person: kept.name };
    if (theirs.personId === kept.personId) return { result: { ...names, merged: null }, changes: [] };
    await holdPeople(ctx.tx, [theirs.personId, kept.personId]);
    const roles = [...new Set([...kept.roles, ...theirs.roles])];
    const departments = [...new Set([...kept.departments, ...theirs.departments])];
    const merged = { from: theirs.personId, to: kept.personId };
    await mergePeople(ctx.tx, { ...merged, roles, departments, now: ctx.now });
    return {
      result: { ...names, merged },
      changes: [
        {
          subject: { kind: 'person', id: kept.personId },
          before: { roles: [...kept.roles], departments: [...kept.departments] },
          after: { roles, departments, account: theirs.slackUserId },
        },
        {
          subject: { kind: 'person', id: theirs.personId },
          before: { roles: [...theirs.roles] },
          after: { roles: [], sameAs: kept.personId },
        },
      ],
    };
  },
});

async function pick(ctx: MutationContext, name: string): Promise<MemberRow> {
  const member = await pickMember(ctx, name);
  if (!member.active) throw new Refusal('conflict', `${member.name} is deactivated in Slack.`);
  if (member.kind !== 'full')
    throw new Refusal(
      'conflict',
      `${member.name} is a guest or of another company: they cannot be joined with an account of the company.`,
    );
  return member;
}
