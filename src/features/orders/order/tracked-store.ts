import type { Scope } from '../../../core/runtime/database.ts';
import { reads } from '../../../db/scope.ts';
import type { SentOrder, SentPromise } from './tracked-model.ts';

interface SentRow extends Omit<SentOrder, 'promises'> {
  readonly promises:
    | readonly (Omit<SentPromise, 'until'> & {
        /** By ISO 8601. */
        readonly until: string;
      })[]
    | null;
}

export async function ordersSent(
  scope: Scope,
  keys: readonly string[],
  limit: number,
): Promise<readonly SentOrder[]> {
  const rows = await reads(scope).$queryRaw<SentRow[]>`
    SELECT o.id, o.number, o.channel, o.currency, o.value_minor AS "valueMinor", (
      SELECT json_agg(json_build_object('kind', p.kind, 'on', p."on"::text, 'until', p.until) ORDER BY p.ordinal)
      FROM order_promise p WHERE p.workspace_id = o.workspace_id AND p.order_id = o.id) AS promises
    FROM "order" o WHERE o.workspace_id = ${scope.workspaceId}::uuid AND o.id IN (
      SELECT f.order_id FROM fulfilment f
      WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.tracking_keys && ${keys}::text[])
    ORDER BY o.placed_at DESC, o.id LIMIT ${limit}::int`;
  return rows.map(({ promises, ...row }) => ({
    ...row,
    promises: (promises ?? []).map((one) => ({ ...one, until: new Date(one.until) })),
  }));
}

/** The keys of tracking numbers; more of an order than anybody reads are left out. */
export async function trackingOf(scope: Scope, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ key: string }[]>`
    SELECT DISTINCT unnest(tracking_keys) AS key FROM fulfilment
    WHERE workspace_id = ${scope.workspaceId}::uuid AND order_id = ANY(${ids}::uuid[]) ORDER BY key LIMIT 200`;
  return rows.map(({ key }) => key);
}
