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

/** Everybody who decides anything needs it; the policy says who decides what. */
export const decideApprovals = definePermission({
  key: 'approvals.decide',
  to: 'decide approvals',
  atLeast: 'operator',
});

export const breakGlass = definePermission({
  key: 'approvals.break-glass',
  to: 'override approvals',
  atLeast: 'manager',
});

export const changePolicy = definePermission({
  key: 'approvals.policy',
  to: 'change who approves what',
  atLeast: 'manager',
});

/** Held by the bot alone. */
export const keepApprovals = defineInternal({
  key: 'approvals.keep',
  to: 'run approved requests',
});
