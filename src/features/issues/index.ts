// The door of issues: what other features and the adapters may use. Everything else is private.
export { raiseAbout } from './issue/actions.ts';
export { raiseIssue } from './lifecycle/raise.ts';
export { resolveMatter } from './lifecycle/resolve.ts';
export { takeIssue } from './lifecycle/take.ts';
