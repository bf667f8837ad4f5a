import type { Scope, Tx } from '../../core/runtime/database.ts';
import { demandArrow } from '../../core/tokens/states.ts';
import { Prisma } from '../../db/generated/client.ts';
import { reads, writes } from '../../db/scope.ts';
import { exportStates, type State, type WaitingExport } from './model.ts';

export interface NewExport {
  readonly id: string;
  readonly kind: string;
  readonly filter: unknown;
  readonly slackUserId: string;
  readonly now: Date;
}

export async function insertExport(tx: Tx, { filter, now, ...rest }: NewExport): Promise<void> {
  await writes(tx).fileExport.create({
    data: {
      ...rest,
      workspaceId: tx.workspaceId,
      filter: filter as Prisma.InputJsonValue,
      askedAt: now,
      state: exportStates.initial,
      attempts: 0,
    },
  });
}

const columns = Prisma.sql`id, kind, filter, slack_user_id AS "slackUserId", asked_at AS "askedAt", attempts`;

/** Those that a person has waited for since a moment, the oldest first. Two requests of theirs at once take turns here. */
export async function listWaiting(
  tx: Tx,
  slackUserId: string,
  since: Date,
): Promise<readonly WaitingExport[]> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('files of ' || ${slackUserId}::text || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
  return await writes(tx).$queryRaw<WaitingExport[]>`
    SELECT ${columns} FROM file_export
    WHERE workspace_id = ${tx.workspaceId}::uuid AND slack_user_id = ${slackUserId} AND state = 'waiting'
      AND asked_at > ${since} ORDER BY id`;
}

/** Counts another try. Null: it is over. */
export async function beginTry(tx: Tx, id: string): Promise<WaitingExport | null> {
  const [row] = await writes(tx).$queryRaw<WaitingExport[]>`
    UPDATE file_export SET attempts = attempts + 1
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND ended_at IS NULL RETURNING ${columns}`;
  return row ?? null;
}

export interface ExportEnd {
  readonly state: Exclude<State, 'waiting'>;
  readonly rows: number | null;
  readonly bytes: number | null;
  readonly reason: string | null;
}

/** Null: it had ended before. */
export async function endExport(
  tx: Tx,
  id: string,
  end: ExportEnd,
  now: Date,
): Promise<WaitingExport | null> {
  demandArrow(exportStates, 'waiting', end.state);
  const [row] = await writes(tx).$queryRaw<WaitingExport[]>`
    UPDATE file_export SET state = ${end.state}, rows = ${end.rows}, bytes = ${end.bytes}, reason = ${end.reason},
      ended_at = ${now}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid AND state = 'waiting' RETURNING ${columns}`;
  return row ?? null;
}

export async function findEnded(
  scope: Scope,
  id: string,
): Promise<{ readonly kind: string; readonly filter: unknown; readonly reason: string | null } | null> {
  return await reads(scope).fileExport.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { kind: true, filter: true, reason: true },
  });
}
