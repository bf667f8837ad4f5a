import { defineFeature } from '../../core/feature.ts';
import { askForApprovals, breakGlass, changePolicy, decideApprovals, seeApprovals } from './permissions.ts';
import { stateTable } from './rules.ts';

/** What needs a yes before it is done: asked for, decided once, and done once. */
export const approvals = defineFeature({
  name: 'approvals',
  title: 'Approvals',
  permissions: [seeApprovals, askForApprovals, decideApprovals, breakGlass, changePolicy],
  operations: [],
  states: [stateTable],
});
