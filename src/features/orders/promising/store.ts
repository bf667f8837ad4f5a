import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { PromiseRule } from '../fold/input-model.ts';

/** All that there are and were. A shop has some dozens. */
export async function promiseRules(scope: Scope): Promise<readonly PromiseRule[]> {
  const rows = await reads(scope).promiseRule.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: { id: 'asc' },
    omit: { workspaceId: true },
  });
  return rows.map((row) => ({
    ...row,
    validFrom: dayOf(row.validFrom),
    validTo: row.validTo && dayOf(row.validTo),
  }));
}

/** New ones are added, known ones (by id) take the days. */
export async function writeRules(tx: Tx, rules: readonly PromiseRule[]): Promise<void> {
  if (rules.length === 0) return;
  await writes(tx).$executeRaw`
    INSERT INTO promise_rule (workspace_id, id, channel, service_id, country, handling_days, transit_days, valid_from, valid_to)
    SELECT ${tx.workspaceId}::uuid, told.* FROM UNNEST(
      ${rules.map(({ id }) => id)}::uuid[], ${rules.map(({ channel }) => channel)}::text[],
      ${rules.map(({ serviceId }) => serviceId)}::uuid[], ${rules.map(({ country }) => country)}::text[],
      ${rules.map(({ handlingDays }) => handlingDays)}::int[], ${rules.map(({ transitDays }) => transitDays)}::int[],
      ${rules.map(({ validFrom }) => validFrom)}::date[], ${rules.map(({ validTo }) => validTo)}::date[]) AS told
    ON CONFLICT (workspace_id, id) DO UPDATE SET handling_days = EXCLUDED.handling_days,
      transit_days = EXCLUDED.transit_days, valid_to = EXCLUDED.valid_to`;
}

export async function deleteRule(tx: Tx, id: string): Promise<void> {
  await writes(tx).promiseRule.deleteMany({ where: { workspaceId: tx.workspaceId, id } });
}

/** Makes changes of rules wait for one another. */
export async function lockRules(tx: Tx): Promise<void> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('promise rules ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
}

export async function analyzeRules(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE promise_rule`;
}

/** A date column comes as midnight UTC. */
const dayOf = (date: Date) => date.toISOString().slice(0, 10);
