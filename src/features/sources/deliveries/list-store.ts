import type { Scope } from '../../../core/runtime/database.ts';
import type { Place } from '../../../core/tokens/page.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads } from '../../../db/scope.ts';
import type { DeliveryState, ListedDelivery } from './model.ts';

export interface DeliveriesAsked {
  /** Null: of all sources. */
  readonly source: string | null;
  readonly states: readonly DeliveryState[];
  /** A second, and how many of its deliveries stand before. */
  readonly after: Place | null;
}

const secondMs = 1_000;

/** The newest first. */
export async function listDeliveries(
  scope: Scope,
  asked: DeliveriesAsked,
  limit: number,
): Promise<readonly ListedDelivery[]> {
  const rows = await reads(scope).$queryRaw<Omit<ListedDelivery, 'place'>[]>`
    SELECT id, source_id AS "sourceId", topic, subject_key AS "subjectKey", received_at AS "receivedAt", state, attempts,
      reason, body IS NOT NULL AS "hasBody"
    FROM webhook_delivery WHERE workspace_id = ${scope.workspaceId}::uuid AND ${fitting(asked)}
    ORDER BY received_at DESC, id DESC LIMIT ${limit} OFFSET ${asked.after?.[1] ?? 0}`;
  let [second, nth] = asked.after ?? [-1, 0];
  return rows.map((row) => {
    const own = Math.floor(row.receivedAt.getTime() / secondMs);
    nth = own === second ? nth + 1 : 1;
    second = own;
    return { ...row, place: [second, nth] };
  });
}

/** At most `most`: a busy source sends millions. */
export async function countDeliveries(scope: Scope, asked: DeliveriesAsked, most: number): Promise<number> {
  const [row] = await reads(scope).$queryRaw<{ many: number }[]>`
    SELECT count(*)::int AS many FROM (
      SELECT 1 FROM webhook_delivery WHERE workspace_id = ${scope.workspaceId}::uuid AND ${fitting(asked)}
      ORDER BY received_at DESC, id DESC LIMIT ${most} OFFSET ${asked.after?.[1] ?? 0}
    ) AS counted`;
  return row?.many ?? 0;
}

/**
 * What waits has an index of its own, whose condition must stand in the statement. Without its body nobody can do anything
 * about it any more.
 */
function fitting({ source, states, after }: DeliveriesAsked): Prisma.Sql {
  const isWaiting = states.every((state) => state !== 'done' && state !== 'ignored');
  const isOurs = source === null ? Prisma.empty : Prisma.sql`AND source_id = ${source}::uuid`;
  const waits = isWaiting
    ? Prisma.sql`AND state IN ('stored', 'parked', 'failed') AND body IS NOT NULL`
    : Prisma.empty;
  const until = after && new Date((after[0] + 1) * secondMs);
  const isBehind = until ? Prisma.sql`AND received_at < ${until}::timestamptz` : Prisma.empty;
  return Prisma.sql`state = ANY(${[...states]}::text[]) ${waits} ${isOurs} ${isBehind}`;
}
