// The door of approvals: what other features and the adapters may use. Everything else is private.

export { askedAbout } from './asking/asked-about.ts';
export { requestApproval } from './asking/request-approval.ts';
export { requestFreeForm } from './asking/request-free-form.ts';
export { showApproval, undoAction } from './card/actions.ts';
export { waitingFor } from './inbox/list.ts';
export { renewApprovals } from './timekeeping/renew.ts';
