import { defineFeature } from '../../core/declare/feature.ts';
import type { Finder } from '../../core/declare/finder.ts';
import { mentionOf, nameOf } from '../../core/text/words.ts';
import { becomeFirstAdmin, runSetup } from './bootstrap.ts';
import { chooseChannels, getChannels } from './channels/choose.ts';
import { channelFormSamples, channelSamples } from './channels/views.ts';
import { health, setup } from './checks.ts';
import { enrol } from './enrol.ts';
import { grantRole, revokeRole } from './grant.ts';
import { greet } from './greet.ts';
import { identify } from './identify.ts';
import { linkAccounts } from './link.ts';
import { findPeople, guessPeople, listPeople } from './list.ts';
import { changeChannels, changeRoles, keepMembers, seePeople } from './permissions.ts';
import { changeDepartments } from './set-departments.ts';
import { clicks, drawings, forms, verbs } from './slack.ts';
import { personCard, samples } from './views.ts';

const finder: Finder = {
  kind: 'person',
  searches: 'people',
  permission: seePeople,
  async find(ctx, text) {
    const named = await findPeople.call(ctx, { text: nameOf(text) });
    const found =
      named.length > 0 ? named : await guessPeople.call(ctx, { name: nameOf(text).slice(0, 200) });
    return found.map((member) => ({
      kind: 'person',
      id: member.slackUserId,
      title: member.name,
      exact: named.length > 0,
    }));
  },
  async show(ctx, id) {
    const [member] = await findPeople.call(ctx, { text: mentionOf(id) });
    return member ? personCard(member) : null;
  },
};

/** People, their roles, departments and Slack accounts. */
export const people = defineFeature({
  name: 'people',
  title: 'People',
  permissions: [seePeople, changeRoles, changeChannels, keepMembers, runSetup],
  operations: [
    listPeople,
    findPeople,
    guessPeople,
    grantRole,
    revokeRole,
    changeDepartments,
    linkAccounts,
    chooseChannels,
    getChannels,
    enrol,
    identify,
    greet,
    becomeFirstAdmin,
  ],
  verbs,
  clicks,
  drawings,
  forms,
  finders: [finder],
  setup,
  health,
  samples: { ...samples, ...channelSamples },
  formSamples: channelFormSamples,
});
