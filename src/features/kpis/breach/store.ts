import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Breach } from './model.ts';

interface Stored extends Omit<Breach, 'cut' | 'days'> {
  readonly dimension: string;
  readonly value: string;
  readonly fromDay: string;
  readonly toDay: string;
}

const columns = Prisma.sql`id, kpi, dimension, value, began_at AS "beganAt", ended_at AS "endedAt", severe, paused, target,
  "limit", from_day::text AS "fromDay", to_day::text AS "toDay", n, d`;

const breachOf = ({ dimension, value, fromDay, toDay, ...row }: Stored): Breach => ({
  ...row,
  cut: dimension === '' ? null : { dimension, value },
  days: { from: fromDay, to: toDay },
});

/** All, of each KPI and part the last, held until the transaction ends. */
export async function holdBreaches(tx: Tx): Promise<readonly Breach[]> {
  const rows = await writes(tx).$queryRaw<Stored[]>`
    SELECT ${columns} FROM kpi_breach WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY kpi, dimension, value FOR UPDATE`;
  return rows.map(breachOf);
}

export async function breachesWith(scope: Scope, ids: readonly string[]): Promise<readonly Breach[]> {
  const rows = await reads(scope).$queryRaw<Stored[]>`
    SELECT ${columns} FROM kpi_breach WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${[...ids]}::uuid[])`;
  return rows.map(breachOf);
}

/** False: another replica has begun the first one. */
export async function addBreach(tx: Tx, one: Breach): Promise<boolean> {
  const rows = await writes(tx).$queryRaw<unknown[]>`
    INSERT INTO kpi_breach (workspace_id, id, kpi, dimension, value, began_at, severe, paused, target, "limit", from_day, to_day, n, d)
    VALUES (${tx.workspaceId}::uuid, ${one.id}::uuid, ${one.kpi}, ${one.cut?.dimension ?? ''}, ${one.cut?.value ?? ''},
      ${one.beganAt}::timestamptz, ${one.severe}, ${one.paused}, ${one.target}, ${one.limit}, ${one.days.from}::date,
      ${one.days.to}::date, ${one.n}, ${one.d})
    ON CONFLICT (workspace_id, kpi, dimension, value) DO NOTHING RETURNING id`;
  return rows.length > 0;
}

/** Writes all of one that is held. */
export async function updateBreach(tx: Tx, one: Breach): Promise<void> {
  await writes(tx).$executeRaw`
    UPDATE kpi_breach SET began_at = ${one.beganAt}::timestamptz, ended_at = ${one.endedAt}::timestamptz, severe = ${one.severe},
      paused = ${one.paused}, target = ${one.target}, "limit" = ${one.limit}, from_day = ${one.days.from}::date,
      to_day = ${one.days.to}::date, n = ${one.n}, d = ${one.d}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${one.id}::uuid`;
}
