import { contribution } from '../runtime/contributions.ts';
import type { IssueKind } from '../tokens/issue-kind.ts';

/** The kinds that issues are raised as. */
export const issueKinds = contribution<IssueKind>('issueKinds');
