import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { demandArrow, sourcesOf } from '../../../core/tokens/states.ts';
import { reads, writes } from '../../../db/scope.ts';
import { sourceSettings } from '../source/model.ts';
import {
  type DeliveryInHand,
  deliveryStates,
  handleDelivery,
  keepBodiesDays,
  type Outcome,
  type Received,
} from './model.ts';

/** What became of a delivery: `gone`: its source was removed, or its secret is no longer one of the source's. */
export type Kept = 'kept' | 'known' | 'gone';

/**
 * Writes a delivery and the work of handling it in one statement, which is a transaction of its own: what is acknowledged
 * is handled. A paused source's waits. The same delivery again changes nothing.
 */
export async function putDelivery(tx: Tx, one: Received, now: Date): Promise<Kept> {
  const { workspaceId } = tx;
  const [row] = await writes(tx).$queryRaw<{ known: boolean; kept: boolean }[]>`
    /* prepared: sources.keep */
    WITH source AS (
      SELECT state FROM webhook_source WHERE workspace_id = ${workspaceId}::uuid AND id = ${one.sourceId}::uuid
        AND state <> 'removed' AND (secret_id = ${one.secretId}::uuid
          OR (previous_secret_id = ${one.secretId}::uuid AND previous_until > ${now}::timestamptz))
    ), kept AS (
      INSERT INTO webhook_delivery (workspace_id, source_id, delivery_key, id, topic, subject_key, body, sha256, received_at,
        triggered_at, state, attempts)
      SELECT ${workspaceId}::uuid, ${one.sourceId}::uuid, ${one.deliveryKey}::text, ${one.id}::uuid, ${one.topic}::text,
        ${one.subjectKey}::text, ${one.body}::bytea, ${one.sha256}::text, ${now}::timestamptz,
        ${one.triggeredAt}::timestamptz, 'stored', 0 FROM source
      ON CONFLICT (workspace_id, source_id, delivery_key) DO NOTHING RETURNING id
    ), queued AS (
      INSERT INTO work (workspace_id, id, kind, subject, data, state, queued_at, due_at, attempts, correlation_id)
      SELECT ${workspaceId}::uuid, kept.id, ${handleDelivery.id}::text, ${workSubject(one)}::text,
        jsonb_build_object('delivery', kept.id), 'waiting', ${now}::timestamptz, ${now}::timestamptz, 0, kept.id::text
      FROM kept, source WHERE source.state = 'on'
    )
    SELECT EXISTS (SELECT FROM source) AS known, EXISTS (SELECT FROM kept) AS kept`;
  if (!row?.known) return 'gone';
  return row.kept ? 'kept' : 'known';
}

/** Two sources may have an order of one number: theirs are two subjects. */
function workSubject({ sourceId, subjectKey }: Pick<Received, 'sourceId' | 'subjectKey'>): string {
  return `${sourceId} ${subjectKey}`;
}

/** Queues what came from a source while it was paused. A delivery's work bears its id: it is queued once. */
export async function queueStored(tx: Tx, sourceId: string, now: Date): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO work (workspace_id, id, kind, subject, data, state, queued_at, due_at, attempts, correlation_id)
    SELECT workspace_id, id, ${handleDelivery.id}, source_id || ' ' || subject_key, jsonb_build_object('delivery', id), 'waiting',
      ${now}, ${now}, 0, id::text
    FROM webhook_delivery
    WHERE workspace_id = ${tx.workspaceId}::uuid AND source_id = ${sourceId}::uuid AND state = 'stored'
    ON CONFLICT (workspace_id, id) DO NOTHING`;
}

/** Has a delivery handled again, whatever became of it. Null: there is none that still has its body. */
export async function requeue(tx: Tx, id: string, now: Date): Promise<{ readonly state: string } | null> {
  const from = sourcesOf(deliveryStates, 'stored');
  // Whoever handles it has its work before the delivery: in the other order the two would wait for each other.
  await writes(tx).$executeRaw`
    SELECT FROM work WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const [row] = await writes(tx).$queryRaw<{ state: string }[]>`
    WITH before AS (
      SELECT source_id, delivery_key, state FROM webhook_delivery
      WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND body IS NOT NULL AND state = ANY(${from}::text[])
      FOR UPDATE
    ), again AS (
      UPDATE webhook_delivery d SET state = 'stored', reason = NULL FROM before
      WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.source_id = before.source_id AND d.delivery_key = before.delivery_key
      RETURNING d.id, d.source_id, d.subject_key
    ), queued AS (
      INSERT INTO work (workspace_id, id, kind, subject, data, state, queued_at, due_at, attempts, correlation_id)
      SELECT ${tx.workspaceId}::uuid, id, ${handleDelivery.id}, source_id || ' ' || subject_key,
        jsonb_build_object('delivery', id), 'waiting', ${now}, ${now}, 0, id::text FROM again
      ON CONFLICT (workspace_id, id) DO UPDATE SET state = 'waiting', missing = NULL, error = NULL, attempts = 0, due_at = ${now}
    )
    SELECT state FROM before`;
  return row ?? null;
}

/** Deliveries that are still to be handled, the earliest first. */
export async function deliveriesInHand(
  scope: Scope,
  ids: readonly string[],
): Promise<readonly DeliveryInHand[]> {
  const rows = await reads(scope).$queryRaw<DeliveryInHand[]>`
    /* prepared: sources.in-hand */
    SELECT d.id, d.state, d.topic, d.body, d.received_at AS "receivedAt", s.id AS "sourceId", s.name AS "sourceName", s.kind,
      s.channel, s.settings
    FROM webhook_delivery d JOIN webhook_source s ON s.workspace_id = d.workspace_id AND s.id = d.source_id
    WHERE d.workspace_id = ${scope.workspaceId}::uuid AND d.id = ANY(${[...ids]}::uuid[]) AND d.state IN ('stored', 'parked')
    ORDER BY d.received_at, d.id`;
  return rows.map((row) => ({ ...row, settings: sourceSettings.parse(row.settings) }));
}

/** Notes what became of deliveries. */
export async function settleDeliveries(tx: Tx, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  for (const { from, state } of outcomes) demandArrow(deliveryStates, from, state);
  const rows = outcomes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await writes(tx).$executeRaw`
    /* prepared: sources.settle */
    UPDATE webhook_delivery d SET state = o.state, reason = o.reason, attempts = d.attempts + 1
    FROM UNNEST(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ state }) => state)}::text[],
      ${rows.map(({ reason }) => reason)}::text[]) AS o (id, state, reason)
    WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.id = o.id`;
}

/** The most rows of one statement, so that none takes long. */
export const atOnce = 2_000;

/**
 * Notes when what these deliveries tell was so, of each that is read for the first time. Answers which those are, with when they
 * came: one that is handled again was noted before, and so was the same content under another id.
 */
export async function noteHappened(
  tx: Tx,
  told: readonly { readonly id: string; readonly at: Date }[],
): Promise<readonly { readonly id: string; readonly sourceId: string; readonly receivedAt: Date }[]> {
  const rows = told.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return await writes(tx).$queryRaw<{ id: string; sourceId: string; receivedAt: Date }[]>`
    /* prepared: sources.happened */
    WITH told AS (
      UPDATE webhook_delivery d SET happened_at = t.at
      FROM UNNEST(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ at }) => at)}::timestamptz[]) AS t (id, at)
      WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.id = t.id AND d.happened_at IS NULL
      RETURNING d.workspace_id, d.id, d.source_id, d.received_at, d.sha256
    )
    SELECT t.id, t.source_id AS "sourceId", t.received_at AS "receivedAt" FROM told t
    WHERE t.workspace_id = ${tx.workspaceId}::uuid
      -- As it stood before this statement: those of this batch are not among them.
      AND NOT EXISTS (SELECT 1 FROM webhook_delivery o WHERE o.workspace_id = t.workspace_id AND o.source_id = t.source_id
        AND o.sha256 = t.sha256 AND o.happened_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM told o WHERE o.source_id = t.source_id AND o.sha256 = t.sha256
        AND (o.received_at, o.id) < (t.received_at, t.id))`;
}

/**
 * Empties what came before the moment, whatever became of it: it holds what customers wrote. What was not handled until
 * then has failed, and keeps saying what it lacked. What is in hand this moment is left to the next time.
 */
export async function emptyBodies(tx: Tx, before: Date): Promise<number> {
  const unhandled = sourcesOf(deliveryStates, 'failed');
  return await writes(tx).$executeRaw`
    UPDATE webhook_delivery d SET body = NULL,
      state = CASE WHEN d.state = ANY(${unhandled}::text[]) THEN 'failed' ELSE d.state END,
      reason = CASE d.state WHEN 'stored' THEN ${`it was not handled within ${keepBodiesDays} days`}
        WHEN 'parked' THEN coalesce(d.reason, 'what it waits for') || ${` did not come within ${keepBodiesDays} days`}
        ELSE d.reason END
    FROM (
      SELECT id FROM webhook_delivery
      WHERE workspace_id = ${tx.workspaceId}::uuid AND body IS NOT NULL AND received_at < ${before}
      ORDER BY received_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED
    ) old WHERE d.workspace_id = ${tx.workspaceId}::uuid AND d.id = old.id`;
}
