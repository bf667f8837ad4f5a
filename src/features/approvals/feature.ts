import { defineFeature } from '../../core/feature.ts';
import { moveRule, removeRule, saveRest, saveRule } from './change-policy.ts';
import { getPolicy, listPolicies, openPolicy } from './get-policy.ts';
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
  operations: [getPolicy, openPolicy, listPolicies, saveRule, moveRule, removeRule, saveRest],
  commands: [
    {
      name: 'approval',
      summary: 'What waits for a yes, and who gives it',
      usageHint: 'mine | new | 12 | policy | delegate',
    },
  ],
  verbs: [...policyVerbs],
  clicks: [...policyClicks],
  forms: [...policyForms],
  setup,
  states: [stateTable],
  samples: { ...policySamples },
});
