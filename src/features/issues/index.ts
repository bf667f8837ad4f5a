// The door of issues: what other features and the adapters may use. Everything else is private.
export { behindIssue, issuesAbout } from './behind/read.ts';
export { raiseAbout, showBeside } from './issue/actions.ts';
export { getIssue } from './issue/get.ts';
export { maxText, resolutions } from './issue/model.ts';
export { latestOfMatters, openMatters } from './issue/open-matters.ts';
export { addNote } from './lifecycle/add-note.ts';
export { assignIssue } from './lifecycle/assign.ts';
export { raiseIssue } from './lifecycle/raise.ts';
export { reopenIssue } from './lifecycle/reopen.ts';
export { resolveIssue, resolveMatter } from './lifecycle/resolve.ts';
export { takeIssue } from './lifecycle/take.ts';
export { redrawIssue, retellMatter } from './links/redraw.ts';
export { ownAbout } from './list/list.ts';
export { lookAtIssue } from './list/look.ts';
export { listExport } from './list/model.ts';
export { nameAssignee } from './list/name-assignee.ts';
export { directIssues, raiseIssues, workOnIssues } from './permissions.ts';
