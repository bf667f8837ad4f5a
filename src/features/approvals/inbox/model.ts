import type { Page } from '../../../core/tokens/page.ts';
import type { ShownApproval } from '../card/model.ts';
import type { ApprovalFilter } from '../request/list-filter.ts';
import type { Headlined } from '../request/model.ts';

export interface ListedApproval extends ShownApproval {
  /** Whether it waits for the reader. */
  readonly forMe: boolean;
}

export interface ApprovalPage extends Page<ListedApproval, ApprovalFilter> {
  /** How many requests wait for the reader, whatever the filter. */
  readonly forMe: number;
  /** All kinds, for the menu. */
  readonly kinds: readonly { readonly id: string; readonly title: string }[];
}

export const pageSize = 8;

/** An open request as the card of its subject names it. */
export interface PendingApproval extends Headlined {
  /** The number of all open requests about the subject. */
  readonly total: number;
}

/** How many of them the card names. */
export const pendingNamed = 2;

/** How many open requests about a subject are listed. */
export const pendingShown = 8;
