import { defineFeature } from '../../core/feature.ts';
import { moveRule, removeRule, saveRest, saveRule } from './change-policy.ts';
import { delegate, endDelegation } from './delegate.ts';
import { delegationSamples } from './delegation-samples.ts';
import {
  delegationClicks,
  delegationDrawings,
  delegationForms,
  delegationVerbs,
} from './delegation-slack.ts';
import { getPolicy, listPolicies, openPolicy } from './get-policy.ts';
import { getDelegation, listDelegations } from './list-delegations.ts';
import { askForApprovals, breakGlass, changePolicy, decideApprovals, seeApprovals } from './permissions.ts';
import { setup } from './policy-checks.ts';
import { policySamples } from './policy-samples.ts';
import { policyClicks, policyForms, policyVerbs } from './policy-slack.ts';
import { stateTable } from './rules.ts';

/** What needs a yes before it is done: asked for, decided once, and done once. */
export const approvals = defineFeature({
  name: 'approvals',
  title: 'Approvals',
  permissions: [seeApprovals, askForApprovals, decideApprovals, breakGlass, changePolicy],
  operations: [
    getPolicy,
    openPolicy,
    listPolicies,
    saveRule,
    moveRule,
    removeRule,
    saveRest,
    delegate,
    endDelegation,
    listDelegations,
    getDelegation,
  ],
  commands: [
    {
      name: 'approval',
      summary: 'What waits for a yes, and who gives it',
      usageHint: 'mine | new | 12 | policy | delegate',
    },
  ],
  verbs: [...policyVerbs, ...delegationVerbs],
  clicks: [...policyClicks, ...delegationClicks],
  forms: [...policyForms, ...delegationForms],
  drawings: [...delegationDrawings],
  setup,
  states: [stateTable],
  samples: { ...policySamples, ...delegationSamples },
});
