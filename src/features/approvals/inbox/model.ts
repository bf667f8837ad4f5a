import type { Page } from '../../../core/tokens/page.ts';
import type { ShownApproval } from '../card/model.ts';
import type { ApprovalFilter } from '../request/list-filter.ts';

export interface ListedApproval extends ShownApproval {
  /** It waits for the one who looks. */
  readonly forMe: boolean;
}

export interface ApprovalPage extends Page<ListedApproval, ApprovalFilter> {
  /** How many of them wait for the one who looks. */
  readonly forMe: number;
  /** The kinds there are, for the menu. */
  readonly kinds: readonly { readonly id: string; readonly title: string }[];
}

export const pageSize = 8;

/** How many the list of what is pending about one thing shows. */
export const pendingShown = 8;
