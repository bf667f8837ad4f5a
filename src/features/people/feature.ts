import { defineFeature, type Finder } from '../../core/feature.ts';
import { count } from '../../core/sentence.ts';
import { nameOf } from '../../core/words.ts';
import { becomeFirstAdmin, runSetup } from './bootstrap.ts';
import { enrol, keepMembers } from './enrol.ts';
import { grantRole, revokeRole } from './grant.ts';
import { greet } from './greet.ts';
import { identify } from './identify.ts';
import { findPeople, listPeople } from './list.ts';
import { changeRoles, seePeople } from './permissions.ts';
import { verbs } from './slack.ts';
import { countAdmins } from './store.ts';
import { personCard, samples } from './views.ts';

const finder: Finder = {
  kind: 'person',
  permission: seePeople,
  async find(ctx, text) {
    const found = await findPeople.call(ctx, { text: nameOf(text) });
    return found.map((member) => ({
      kind: 'person',
      id: member.slackUserId,
      title: member.name,
      exact: true,
    }));
  },
  async show(ctx, id) {
    const [member] = await findPeople.call(ctx, { text: id });
    return member ? personCard(member) : null;
  },
};

/** Who somebody is and what they may do. */
export const people = defineFeature({
  name: 'people',
  title: 'People',
  permissions: [seePeople, changeRoles, keepMembers, runSetup],
  operations: [listPeople, findPeople, grantRole, revokeRole, enrol, identify, greet, becomeFirstAdmin],
  verbs,
  finders: [finder],
  setup: [
    {
      title: 'Admins',
      async look(ctx) {
        const admins = await countAdmins(ctx.engine.database.scope(ctx.workspace.id));
        return admins > 0
          ? { ok: true, finding: `${count(admins, 'person', 'people')} can change roles` }
          : { ok: false, finding: 'nobody yet: an admin of the Slack workspace runs /ops setup' };
      },
    },
  ],
  samples,
});
