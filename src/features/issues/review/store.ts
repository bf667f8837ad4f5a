import { somebody } from '../../../cases/person-store.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Review } from './rules.ts';

export async function findReview(scope: Scope, issueId: string): Promise<Review | null> {
  const [row] = await reads(scope).$queryRaw<Review[]>`
    SELECT r.version, r.cause, r.happened, r.went_well AS "wentWell", r.to_change AS "toChange",
      r.orders_affected AS "ordersAffected", r.value_minor AS "valueMinor", r.currency, r.written_at AS "writtenAt",
      ${somebody(scope.workspaceId, Prisma.sql`r.written_by_id`)} AS "writtenBy"
    FROM issue_review r WHERE r.workspace_id = ${scope.workspaceId}::uuid AND r.issue_id = ${issueId}::uuid`;
  return row ?? null;
}

/** The issue has to be held. */
export async function saveReview(
  tx: Tx,
  issueId: string,
  review: Omit<Review, 'writtenBy'> & { readonly writtenById: string | null },
): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).issueReview.upsert({
    where: { workspaceId_issueId: { workspaceId, issueId } },
    create: { ...review, workspaceId, issueId },
    update: review,
  });
}
