import { z } from 'zod';
import { mutation } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { definePermission } from '../../core/tokens/permission.ts';
import { addRole, lockRoles } from './role-store.ts';
import { countAdmins } from './store.ts';

/** Everybody may ask; the operation decides who gets it. */
export const runSetup = definePermission({
  key: 'people.set-up',
  to: 'set Quartermaster up',
  atLeast: 'viewer',
});

/** Makes the first admin: an admin of the Slack workspace, and only while there is no other. */
export const becomeFirstAdmin = mutation({
  name: 'people.become-first-admin',
  permission: runSetup,
  input: z.object({}),
  // Two people can run the first set-up at the same moment: the second waits here and then finds an admin.
  first: lockRoles,
  async run(ctx) {
    const { actor } = ctx;
    if ((await countAdmins(ctx.tx)) > 0) return { result: 'there is one' as const, changes: [] };
    if (actor.kind !== 'person' || !actor.slackAdmin) {
      throw new Refusal(
        'not-allowed',
        'Nobody is an admin of Quartermaster yet, and you do not administer this Slack workspace.',
        {
          next: 'Ask one of its owners or admins to run `/ops setup`.',
        },
      );
    }
    await addRole(ctx.tx, actor.id, 'admin');
    return {
      result: 'you are it' as const,
      changes: [
        {
          subject: { kind: 'person', id: actor.id },
          before: { roles: [...actor.roles] },
          after: { roles: [...actor.roles, 'admin'] },
          reason: 'first set-up by an admin of the Slack workspace',
        },
      ],
    };
  },
});
