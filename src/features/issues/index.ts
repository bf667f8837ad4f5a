// The door of issues: what other features and the adapters may use. Everything else is private.
export { raiseAbout, showBeside } from './issue/actions.ts';
export { getIssue } from './issue/get.ts';
export { raiseIssue } from './lifecycle/raise.ts';
export { reopenIssue } from './lifecycle/reopen.ts';
export { resolveIssue, resolveMatter } from './lifecycle/resolve.ts';
export { takeIssue } from './lifecycle/take.ts';
