import { deserialize, serialize } from 'node:v8';
import type { Tx } from '../../core/runtime/database.ts';
import type { Claim, Delivery } from '../../core/runtime/delivery.ts';
import { writes } from '../scope.ts';

/** Larger results are not kept: the person then reads only that it was done. */
const mostBytes = 64 * 1_024;

/**
 * Claims a delivery for this transaction. Of two at once, the second waits until the first commits and gets its
 * result.
 */
export async function claimDelivery(tx: Tx, delivery: Delivery, now: Date): Promise<Claim> {
  const { source, key, record } = delivery;
  // Without a record nobody can take over: the row only marks the effect.
  const handledAt = record ? null : now;
  const claimed = await writes(tx).$executeRaw`
    /* prepared: inbound.claim */
    INSERT INTO inbound_event (workspace_id, source, key, body, response_url, received_at, leased_until, attempts,
      handled_at, done_at)
    VALUES (${tx.workspaceId}::uuid, ${source}, ${key}, ${record ? JSON.stringify(record.body) : null}::jsonb,
      ${record?.responseUrl ?? null}, ${now}, ${record?.leasedUntil ?? null}, 1, ${handledAt}, ${now})
    ON CONFLICT (workspace_id, source, key) DO UPDATE SET done_at = excluded.done_at
      WHERE inbound_event.done_at IS NULL AND inbound_event.handled_at IS NULL`;
  if (claimed === 1) return { first: true };
  const [row] = await writes(tx).$queryRaw<{ result: Uint8Array | null; closed: boolean }[]>`
    SELECT result, done_at IS NULL AS closed FROM inbound_event
    WHERE workspace_id = ${tx.workspaceId}::uuid AND source = ${source} AND key = ${key}`;
  return {
    first: false,
    kept: row?.result ? { result: deserialize(row.result) } : null,
    closed: row?.closed === true,
  };
}

/** Keeps the operation's result until the person is answered. */
export async function keepResult(tx: Tx, { source, key }: Delivery, result: unknown): Promise<void> {
  const bytes = serialize(result);
  if (bytes.length > mostBytes) return;
  await writes(tx).$executeRaw`
    /* prepared: inbound.keep */
    UPDATE inbound_event SET result = ${bytes}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND source = ${source} AND key = ${key}`;
}
