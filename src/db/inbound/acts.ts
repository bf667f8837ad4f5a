import type { JsonObject } from '../../core/tokens/json.ts';
import type { PrismaClient } from '../generated/client.ts';

/** One command, click or form. */
export interface ActKey {
  readonly workspaceId: string;
  /** The source under which its effect is claimed. */
  readonly source: string;
  readonly key: string;
}

/** An act taken over from another process. */
export interface TakenAct {
  readonly source: string;
  readonly key: string;
  readonly body: JsonObject;
  readonly responseUrl: string | null;
  readonly receivedAt: Date;
  /** Null: it had no effect. */
  readonly doneAt: Date | null;
  /** It can have none any more: it was refused, and the person may not have read so. */
  readonly isClosed: boolean;
  readonly attempts: number;
}

export interface ActRecord {
  readonly body: JsonObject;
  readonly responseUrl: string | null;
  readonly leasedUntil: Date;
}

/**
 * An act acknowledged before its effect gets a row of its own: the claim's row may be locked by a transaction in
 * progress, and the acknowledgement cannot wait for that.
 */
const acceptedSuffix = '-accepted';
const both = (source: string) => [source, source + acceptedSuffix];

/** Records an act that is acknowledged before its effect. */
export async function recordAct(
  prisma: PrismaClient,
  { workspaceId, source, key }: ActKey,
  { body, responseUrl, leasedUntil }: ActRecord,
  now: Date,
): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO inbound_event (workspace_id, source, key, body, response_url, received_at, leased_until, attempts)
    VALUES (${workspaceId}::uuid, ${source + acceptedSuffix}, ${key}, ${JSON.stringify(body)}::jsonb, ${responseUrl}, ${now},
      ${leasedUntil}, 1)
    ON CONFLICT DO NOTHING`;
}

/** Marks the act as answered and deletes its text, result and response URL. */
export async function settleAct(
  prisma: PrismaClient,
  { workspaceId, source, key }: ActKey,
  now: Date,
): Promise<void> {
  await prisma.$executeRaw`
    UPDATE inbound_event SET handled_at = ${now}, body = NULL, result = NULL, response_url = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND source = ANY(${both(source)}::text[]) AND key = ${key}`;
}

/**
 * Closes an act without an effect: nothing can do it any more, not even a process that stood still meanwhile. Closing
 * twice is closing once. False: its effect exists.
 */
export async function closeAct(
  prisma: PrismaClient,
  { workspaceId, source, key }: ActKey,
  now: Date,
): Promise<boolean> {
  const closed = await prisma.$executeRaw`
    INSERT INTO inbound_event (workspace_id, source, key, received_at, attempts, handled_at)
    VALUES (${workspaceId}::uuid, ${source}, ${key}, ${now}, 1, ${now})
    ON CONFLICT (workspace_id, source, key) DO UPDATE SET handled_at = inbound_event.handled_at
      WHERE inbound_event.done_at IS NULL AND inbound_event.handled_at IS NOT NULL`;
  return closed === 1;
}

/** Extends this process's lease. False: another process took the act over and answers. */
export async function keepAct(
  prisma: PrismaClient,
  { workspaceId, source, key }: ActKey,
  leasedUntil: Date,
): Promise<boolean> {
  const rows = await prisma.$queryRaw<{ attempts: number }[]>`
    UPDATE inbound_event SET leased_until = CASE WHEN attempts <= 1 THEN ${leasedUntil} ELSE leased_until END
    WHERE workspace_id = ${workspaceId}::uuid AND source = ANY(${both(source)}::text[]) AND key = ${key}
    RETURNING attempts`;
  return rows.every(({ attempts }) => attempts <= 1);
}

/** Takes over the oldest act whose lease has expired; only one caller gets it. */
export async function takeAbandonedAct(
  prisma: PrismaClient,
  workspaceId: string,
  sources: readonly string[],
  now: Date,
  leasedUntil: Date,
): Promise<TakenAct | null> {
  const rows = await prisma.$queryRaw<TakenAct[]>`
    -- Materialized, or a nested loop would choose another row for each row that it joins.
    WITH oldest AS MATERIALIZED (
      SELECT source, key FROM inbound_event
      WHERE workspace_id = ${workspaceId}::uuid AND source = ANY(${sources.flatMap(both)}::text[])
        AND handled_at IS NULL AND leased_until < ${now} AND body IS NOT NULL
      ORDER BY received_at LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE inbound_event e SET leased_until = ${leasedUntil}, attempts = e.attempts + 1
    FROM oldest
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.key = oldest.key AND e.handled_at IS NULL
      AND e.leased_until < ${now}
      AND e.source IN (replace(oldest.source, ${acceptedSuffix}, ''),
        replace(oldest.source, ${acceptedSuffix}, '') || ${acceptedSuffix})
    RETURNING e.source, e.key, e.body, e.response_url AS "responseUrl", e.received_at AS "receivedAt",
      e.done_at AS "doneAt", e.attempts, EXISTS (SELECT 1 FROM inbound_event c
        WHERE c.workspace_id = ${workspaceId}::uuid AND c.key = e.key AND c.done_at IS NULL AND c.handled_at IS NOT NULL
          AND c.source = replace(e.source, ${acceptedSuffix}, '')) AS "isClosed"`;
  const [one] = rows;
  if (!one) return null;
  return {
    ...one,
    source: one.source.replace(acceptedSuffix, ''),
    doneAt: rows.find(({ doneAt }) => doneAt)?.doneAt ?? null,
    attempts: Math.max(...rows.map(({ attempts }) => attempts)),
  };
}
