import type { SelectedRow } from '../../core/declare/lists/listing.ts';
import type { Scope, Tx } from '../../core/runtime/database.ts';
import { demandArrow } from '../../core/tokens/states.ts';
import type { Prisma } from '../../db/generated/client.ts';
import { reads, writes } from '../../db/scope.ts';
import {
  type Item,
  type Outcome,
  type Result,
  type Run,
  runStates,
  type Selection,
  type State,
  type Tally,
} from './model.ts';

export interface NewSelection {
  readonly id: string;
  readonly kind: string;
  readonly filter: unknown;
  readonly slackUserId: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

export async function insertSelection(tx: Tx, { filter, now, ...rest }: NewSelection): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).selection.create({
    data: { ...rest, workspaceId, filter: filter as Prisma.InputJsonValue, count: 0, selectedAt: now },
  });
}

/** Adds rows after those that the selection has. */
export async function addItems(tx: Tx, selectionId: string, rows: readonly SelectedRow[]): Promise<void> {
  await writes(tx).$executeRaw`
    WITH selected AS (
      UPDATE selection SET count = count + ${rows.length}
      WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${selectionId}::uuid RETURNING count - ${rows.length} AS before)
    INSERT INTO selection_item (workspace_id, selection_id, ordinal, ref, label, seen)
    SELECT ${tx.workspaceId}::uuid, ${selectionId}::uuid, before + row.ordinal, row.ref, row.label, row.seen
    FROM selected, unnest(${rows.map(({ ref }) => ref)}::text[], ${rows.map(({ label }) => label)}::text[],
      ${rows.map(({ seen }) => seen)}::text[]) WITH ORDINALITY AS row (ref, label, seen, ordinal)`;
}

/** Inside a transaction the selection is held: of two acts at once the second finds it used. */
export async function holdSelection(tx: Tx, id: string): Promise<Selection | null> {
  const [row] = await writes(tx).$queryRaw<Selection[]>`
    SELECT id, kind, count, slack_user_id AS "slackUserId", expires_at AS "expiresAt", EXISTS (
      SELECT FROM bulk_run r WHERE r.workspace_id = s.workspace_id AND r.selection_id = s.id) AS "isUsed"
    FROM selection s WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  return row ?? null;
}

export async function findSelection(scope: Scope, id: string): Promise<Selection | null> {
  const [row] = await reads(scope).$queryRaw<Selection[]>`
    SELECT id, kind, count, slack_user_id AS "slackUserId", expires_at AS "expiresAt", EXISTS (
      SELECT FROM bulk_run r WHERE r.workspace_id = s.workspace_id AND r.selection_id = s.id) AS "isUsed"
    FROM selection s WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ${id}::uuid`;
  return row ?? null;
}

export async function firstLabels(
  scope: Scope,
  selectionId: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await reads(scope).selectionItem.findMany({
    where: { workspaceId: scope.workspaceId, selectionId },
    orderBy: { ordinal: 'asc' },
    take: limit,
    select: { label: true },
  });
  return rows.map(({ label }) => label);
}

export interface NewRun {
  readonly id: string;
  readonly selectionId: string;
  readonly action: string;
  readonly params: unknown;
  readonly approval: number;
  readonly now: Date;
}

export async function insertRun(tx: Tx, { params, now, ...rest }: NewRun): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).bulkRun.create({
    data: {
      ...rest,
      workspaceId,
      params: params as Prisma.InputJsonValue,
      state: runStates.initial,
      startedAt: now,
    },
  });
}

export async function findRun(scope: Scope, id: string): Promise<Run | null> {
  const [row] = await reads(scope).$queryRaw<Run[]>`
    SELECT r.id, r.selection_id AS "selectionId", s.kind, s.count, r.action, r.params, s.slack_user_id AS "slackUserId",
      r.approval, r.state, r.reason, r.issue_id AS "issueId", r.made
    FROM bulk_run r JOIN selection s ON s.workspace_id = r.workspace_id AND s.id = r.selection_id
    WHERE r.workspace_id = ${scope.workspaceId}::uuid AND r.id = ${id}::uuid`;
  return row ?? null;
}

/** Rows without a result, in order. */
export async function listLeft(scope: Scope, run: Run, limit: number): Promise<readonly Item[]> {
  return await reads(scope).$queryRaw<Item[]>`
    SELECT i.ordinal, i.ref, i.label, i.seen FROM selection_item i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.selection_id = ${run.selectionId}::uuid AND NOT EXISTS (
      SELECT FROM bulk_result r WHERE r.workspace_id = i.workspace_id AND r.run_id = ${run.id}::uuid AND r.ordinal = i.ordinal)
    ORDER BY i.ordinal LIMIT ${limit}`;
}

/** False: another process has its result, or is just acting on it and wins. */
export async function insertResult(
  tx: Tx,
  runId: string,
  ordinal: number,
  { outcome, said }: { readonly outcome: Outcome; readonly said: string | null },
): Promise<boolean> {
  const inserted = await writes(tx).$executeRaw`
    INSERT INTO bulk_result (workspace_id, run_id, ordinal, outcome, said)
    VALUES (${tx.workspaceId}::uuid, ${runId}::uuid, ${ordinal}, ${outcome}, ${said}) ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

/** The filter of the list that a run's rows were selected from, while the run goes on: of two processes the second waits. */
export async function holdRun(tx: Tx, id: string): Promise<{ readonly filter: unknown } | null> {
  const [row] = await writes(tx).$queryRaw<{ filter: unknown }[]>`
    SELECT s.filter FROM bulk_run r JOIN selection s ON s.workspace_id = r.workspace_id AND s.id = r.selection_id
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.id = ${id}::uuid AND r.state = 'running' FOR UPDATE OF r`;
  return row ?? null;
}

/** The results of all rows at once. */
export async function insertResults(
  tx: Tx,
  runId: string,
  results: readonly { readonly ordinal: number; readonly outcome: Outcome; readonly said: string | null }[],
): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO bulk_result (workspace_id, run_id, ordinal, outcome, said)
    SELECT ${tx.workspaceId}::uuid, ${runId}::uuid, ordinal, outcome, said
    FROM UNNEST(${results.map(({ ordinal }) => ordinal)}::int[], ${results.map(({ outcome }) => outcome)}::text[],
      ${results.map(({ said }) => said)}::text[]) AS row (ordinal, outcome, said)`;
}

export async function noteMade(
  tx: Tx,
  id: string,
  made: { readonly issueId: string; readonly made: string },
): Promise<void> {
  await writes(tx).bulkRun.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id } },
    data: made,
  });
}

/** False: it had ended before. */
export async function endRun(
  tx: Tx,
  id: string,
  {
    state,
    reason,
    now,
  }: { readonly state: Exclude<State, 'running'>; readonly reason: string | null; readonly now: Date },
): Promise<boolean> {
  demandArrow(runStates, 'running', state);
  const { count } = await writes(tx).bulkRun.updateMany({
    where: { workspaceId: tx.workspaceId, id, state: 'running' },
    data: { state, reason, endedAt: now },
  });
  return count === 1;
}

export async function tallyOf(scope: Scope, runId: string): Promise<Tally> {
  const rows = await reads(scope).bulkResult.groupBy({
    by: ['outcome'],
    where: { workspaceId: scope.workspaceId, runId },
    _count: true,
  });
  return Object.fromEntries(rows.map(({ outcome, _count }) => [outcome, _count]));
}

/** After an ordinal, with those that were not reached; `skipped`: only what was not done. */
export async function listResults(
  scope: Scope,
  run: Run,
  {
    after,
    limit,
    skipped,
  }: { readonly after: number | null; readonly limit: number; readonly skipped: boolean },
): Promise<readonly Result[]> {
  return await reads(scope).$queryRaw<Result[]>`
    SELECT i.ordinal, i.ref, i.label, i.seen, r.outcome, r.said
    FROM selection_item i LEFT JOIN bulk_result r
      ON r.workspace_id = i.workspace_id AND r.run_id = ${run.id}::uuid AND r.ordinal = i.ordinal
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.selection_id = ${run.selectionId}::uuid
      AND i.ordinal > ${after ?? 0} AND (NOT ${skipped} OR r.outcome IS DISTINCT FROM 'done')
    ORDER BY i.ordinal LIMIT ${limit}`;
}

/** Deletes selections with all that hangs on them. */
export async function forgetSelections(tx: Tx, before: Date, limit: number): Promise<number> {
  return await writes(tx).$executeRaw`
    DELETE FROM selection WHERE workspace_id = ${tx.workspaceId}::uuid AND id IN (
      SELECT id FROM selection WHERE workspace_id = ${tx.workspaceId}::uuid AND selected_at < ${before} LIMIT ${limit})`;
}
