import type { Mentioner } from '../../../core/declare/mention.ts';
import { toldOf } from '../card/get.ts';
import { seeApprovals } from '../permissions.ts';
import type { PendingApproval } from './model.ts';
import { hasPending, pendingAbout } from './store.ts';
import { pendingMention } from './views.ts';

/** The open requests about a subject, on its card. */
export const mentioner: Mentioner<readonly PendingApproval[]> = {
  permission: seeApprovals,
  has: hasPending,
  tells: pendingAbout,
  draw: (ctx, found, { id }) =>
    pendingMention(
      id,
      found.map((approval) => ({ approval, told: toldOf(ctx, approval) })),
    ),
};
