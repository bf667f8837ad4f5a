import type { Scope, Tx } from '../../core/runtime/database.ts';
import type { Permission } from '../../core/tokens/permission.ts';
import { demandArrow } from '../../core/tokens/states.ts';
import type { Prisma } from '../../db/generated/client.ts';
import { reads, writes } from '../../db/scope.ts';
import { chartStates, type Shown, type State } from './model.ts';

/** A chart that somebody asked for. */
export interface Request {
  readonly id: string;
  readonly contentHash: string;
  /** As the kit draws it. */
  readonly chart: unknown;
  /** What whoever sees it must hold. */
  readonly permission: Permission | null;
  readonly slackUserId: string;
  readonly askedAt: Date;
  readonly state: State;
  /** Null while it waits. */
  readonly shown: Shown | null;
  readonly attempts: number;
  /** Which post of it is the present one, from 1. */
  readonly posts: number;
}

export interface Waiting {
  readonly contentHash: string;
  readonly slackUserId: string;
}

/** Those that are waited for since a moment. Two requests at once take turns here. */
export async function listWaiting(tx: Tx, since: Date): Promise<readonly Waiting[]> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('charts of ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
  return await writes(tx).chartRequest.findMany({
    where: { workspaceId: tx.workspaceId, state: 'waiting', askedAt: { gt: since } },
    select: { contentHash: true, slackUserId: true },
  });
}

/** Whether somebody asked for this content since a moment. */
export async function isAskedSince(
  tx: Tx,
  { contentHash, slackUserId }: Waiting,
  since: Date,
): Promise<boolean> {
  const where = { workspaceId: tx.workspaceId, contentHash, slackUserId, askedAt: { gt: since } };
  return (await writes(tx).chartRequest.findFirst({ where, select: { id: true } })) !== null;
}

export interface NewRequest
  extends Pick<Request, 'id' | 'contentHash' | 'chart' | 'permission' | 'slackUserId' | 'shown'> {
  readonly now: Date;
}

/** Ready at once where it is known how it is shown. */
export async function insertRequest(
  tx: Tx,
  { chart, permission, shown, now, ...rest }: NewRequest,
): Promise<void> {
  await writes(tx).chartRequest.create({
    data: {
      ...rest,
      ...columnsOf(shown),
      workspaceId: tx.workspaceId,
      chart: chart as Prisma.InputJsonValue,
      ...(permission && { permission: { ...permission } }),
      askedAt: now,
      attempts: 0,
      posts: 1,
    },
  });
}

/** Held until the transaction ends. */
export async function holdRequest(tx: Tx, id: string): Promise<Request | null> {
  await writes(tx).$executeRaw`
    SELECT id FROM chart_request WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return await findRequest(tx, id);
}

export async function findRequest(scope: Scope, id: string): Promise<Request | null> {
  const row = await reads(scope).chartRequest.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
  });
  if (!row) return null;
  const { contentHash, chart, slackUserId, askedAt, attempts, posts } = row;
  const shown = shownOf(row);
  const permission = row.permission as unknown as Permission | null;
  const state = row.state as State;
  return { id, contentHash, chart, permission, slackUserId, askedAt, state, shown, attempts, posts };
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await writes(tx).chartRequest.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id } },
    data: { attempts: { increment: 1 } },
  });
}

export interface Ready {
  readonly id: string;
  readonly slackUserId: string;
  readonly posts: number;
}

/** Every one that waits for this content can be posted: those of others too. In a fixed order. */
export async function readyAll(tx: Tx, contentHash: string, shown: Shown): Promise<readonly Ready[]> {
  demandArrow(chartStates, 'waiting', 'ready');
  const where = { workspaceId: tx.workspaceId, contentHash, state: 'waiting' };
  const select = { id: true, slackUserId: true, posts: true } as const;
  return await writes(tx).chartRequest.updateManyAndReturn({ where, data: columnsOf(shown), select });
}

/** Slack refused its post: the next one will be another. `shown` null: it waits for its picture. */
export async function changePost(tx: Tx, id: string, shown: Shown | null): Promise<void> {
  demandArrow(chartStates, 'ready', shown ? 'ready' : 'waiting');
  await writes(tx).chartRequest.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id } },
    data: { ...columnsOf(shown), posts: { increment: 1 }, attempts: 0 },
  });
}

/** Deletes those asked for before a moment, some at a time. */
export async function forgetRequests(tx: Tx, before: Date, atOnce: number): Promise<number> {
  return await writes(tx).$executeRaw`
    DELETE FROM chart_request WHERE workspace_id = ${tx.workspaceId}::uuid AND id IN (
      SELECT id FROM chart_request WHERE workspace_id = ${tx.workspaceId}::uuid AND asked_at < ${before}
      LIMIT ${atOnce})`;
}

function columnsOf(shown: Shown | null) {
  return {
    state: (shown ? 'ready' : 'waiting') satisfies State,
    shown: shown?.as ?? null,
    slackFile: shown?.as === 'picture' ? shown.slackFile : null,
    reason: shown?.as === 'words' ? shown.reason : null,
  };
}

function shownOf(row: {
  readonly shown: string | null;
  readonly slackFile: string | null;
  readonly reason: string | null;
}): Shown | null {
  if (row.shown === 'native') return { as: 'native' };
  if (row.shown === 'picture') return { as: 'picture', slackFile: row.slackFile ?? '' };
  return row.shown === null ? null : { as: 'words', reason: row.reason ?? '' };
}
