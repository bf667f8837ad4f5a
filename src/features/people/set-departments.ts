import { z } from 'zod';
import { mutation } from '../../core/runtime/operation.ts';
import { listOf } from '../../core/text/sentence.ts';
import { departments } from '../../core/tokens/departments.ts';
import { forAct } from '../../core/tokens/permission.ts';
import { changeRoles } from './permissions.ts';
import { pickMember } from './pick.ts';
import { lockRoles } from './role-store.ts';
import { setDepartments } from './store.ts';

/** Sets the departments of a person, in place of the earlier ones. */
export const changeDepartments = mutation({
  name: 'people.departments',
  permission: forAct(changeRoles, 'set departments'),
  input: z.object({
    /** Slack user id or name. */
    who: z.string().min(1, 'Say who: @ and the name.'),
    departments: z.array(z.enum(departments, `Departments are ${listOf(departments, 'or')}.`)),
  }),
  first: lockRoles,
  async run(ctx, { who, departments: wanted }) {
    const member = await pickMember(ctx, who);
    const after = [...new Set(wanted)];
    const changed = member.departments.join() !== after.join();
    if (changed) await setDepartments(ctx.tx, member.personId, after);
    return {
      result: { name: member.name, departments: after },
      changes: changed
        ? [
            {
              subject: { kind: 'person', id: member.personId },
              before: { departments: [...member.departments] },
              after: { departments: after },
            },
          ]
        : [],
    };
  },
});
