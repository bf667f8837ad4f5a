import type { Mentioner } from '../../../core/declare/mention.ts';
import { seeIssues } from '../permissions.ts';
import type { LinkedIssue } from './model.ts';
import { hasLinkedIssue, linkedIssues } from './store.ts';
import { mentionOf } from './views.ts';

/** Names the open issues of a SKU, an order and so on, on its card. */
export const mentioner: Mentioner<readonly LinkedIssue[]> = {
  permission: seeIssues,
  has: hasLinkedIssue,
  tells: linkedIssues,
  draw: (_, issues, { what, id }) => mentionOf({ what, ref: id }, issues),
};
