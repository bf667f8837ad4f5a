import { defineInternal, definePermission } from '../../core/tokens/permission.ts';

export const seeIssues = definePermission({ key: 'issues.see', to: 'see issues', atLeast: 'viewer' });
export const raiseIssues = definePermission({
  key: 'issues.raise',
  to: 'raise issues or add notes to them',
  atLeast: 'viewer',
});
export const workOnIssues = definePermission({
  key: 'issues.work-on',
  to: 'take on or resolve issues',
  atLeast: 'operator',
});
export const directIssues = definePermission({
  key: 'issues.direct',
  to: 'assign, prioritise, reopen or close issues',
  atLeast: 'lead',
});
export const keepIssues = defineInternal({
  key: 'issues.keep',
  to: 'keep the rooms of issues',
});
