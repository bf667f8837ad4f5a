import { contribution } from '../runtime/contributions.ts';
import type { IssueKind } from '../tokens/issue-kind.ts';

/** Kinds of issues. */
export const issueKinds = contribution<IssueKind>('issueKinds');
