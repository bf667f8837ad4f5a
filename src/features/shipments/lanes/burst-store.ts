import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Burst } from './model.ts';

const columns = Prisma.sql`id, carrier, carrier_name AS "carrierName", lane, since, began_at AS "beganAt",
  ended_at AS "endedAt", parcels, open`;

/** Those that go on, held until the transaction ends. */
export async function holdBursts(tx: Tx): Promise<readonly Burst[]> {
  return await writes(tx).$queryRaw<Burst[]>`
    SELECT ${columns} FROM lane_burst WHERE workspace_id = ${tx.workspaceId}::uuid AND ended_at IS NULL ORDER BY id FOR UPDATE`;
}

/** Those that go on, the most parcels still on their way first. */
export async function openBursts(scope: Scope, limit: number): Promise<readonly Burst[]> {
  return await reads(scope).$queryRaw<Burst[]>`
    SELECT ${columns} FROM lane_burst WHERE workspace_id = ${scope.workspaceId}::uuid AND ended_at IS NULL
    ORDER BY open DESC, id LIMIT ${limit}::int`;
}

export async function burstsWith(scope: Scope, ids: readonly string[]): Promise<readonly Burst[]> {
  return await reads(scope).$queryRaw<Burst[]>`
    SELECT ${columns} FROM lane_burst WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${ids}::uuid[])`;
}

/** False: another replica has begun one of that lane. */
export async function addBurst(tx: Tx, one: Burst): Promise<boolean> {
  const rows = await writes(tx).$queryRaw<unknown[]>`
    INSERT INTO lane_burst (workspace_id, id, carrier, carrier_name, lane, since, began_at, parcels, open)
    VALUES (${tx.workspaceId}::uuid, ${one.id}::uuid, ${one.carrier}, ${one.carrierName}, ${one.lane}, ${one.since}::timestamptz,
      ${one.beganAt}::timestamptz, ${one.parcels}, ${one.open})
    ON CONFLICT (workspace_id, carrier, lane) WHERE ended_at IS NULL DO NOTHING RETURNING id`;
  return rows.length > 0;
}
