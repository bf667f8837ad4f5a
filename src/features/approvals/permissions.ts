import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const seeApprovals = definePermission({
  key: 'approvals.see',
  to: 'see approvals',
  atLeast: 'viewer',
});

export const askForApprovals = definePermission({
  key: 'approvals.ask',
  to: 'ask for approvals',
  atLeast: 'operator',
});

/** What exactly somebody may decide is said by the policy; this is what everybody has to have. */
export const decideApprovals = definePermission({
  key: 'approvals.decide',
  to: 'decide approvals',
  atLeast: 'operator',
});

export const breakGlass = definePermission({
  key: 'approvals.break-glass',
  to: 'decide alone in an emergency',
  atLeast: 'manager',
});

export const changePolicy = definePermission({
  key: 'approvals.policy',
  to: 'change who approves what',
  atLeast: 'manager',
});

/** Of the bot itself. */
export const keepApprovals = defineInternal({
  key: 'approvals.keep',
  to: 'run approved requests',
});
