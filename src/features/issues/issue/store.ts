import { type CaseTable, holdRows } from '../../../cases/hold-store.ts';
import { somebody } from '../../../cases/person-store.ts';
import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { demandArrow } from '../../../core/tokens/states.ts';
import { nextNumber } from '../../../db/counter.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type Issue, type Link, stateTable } from './model.ts';

export const issueTable: CaseTable = { name: 'issue', sql: Prisma.sql`issue`, turn: 90 };

// Earlier versions kept the person who was asked as an owner who had not taken it.
const untaken = Prisma.sql`i.taken_at IS NULL AND i.resolved_at IS NULL`;
export const owner = Prisma.sql`CASE WHEN ${untaken} THEN NULL ELSE i.owner_id END`;
const asked = Prisma.sql`coalesce(i.asked_id, CASE WHEN ${untaken} THEN i.owner_id END)`;

export const issueColumns = (workspaceId: string) => Prisma.sql`
  i.id, i.number, i.kind, i.severity, i.department, i.title, i.details, i.state, i.source, i.place,
  ${somebody(workspaceId, owner)} AS owner, ${somebody(workspaceId, asked)} AS asked,
  ${somebody(workspaceId, Prisma.sql`i.asked_by_id`)} AS "askedBy", coalesce(i.copies, '{}') AS copies,
  ${somebody(workspaceId, Prisma.sql`i.reporter_id`)} AS reporter, i.connector,
  i.due_at AS "dueAt", i.promise_at AS "promiseAt", i.reminded_at AS "remindedAt", i.snoozed_until AS "snoozedUntil",
  i.taken_at AS "takenAt", i.acknowledged_at AS "acknowledgedAt", i.resolved_at AS "resolvedAt",
  i.resolution_code AS "resolutionCode", i.resolution_note AS "resolutionNote", i.closed_at AS "closedAt",
  i.room_asked_at AS "roomAskedAt", i.room, i.room_refused AS "roomRefused",
  i.created_at AS "createdAt",
  (SELECT coalesce(json_agg(json_build_object('what', l.what, 'ref', l.ref, 'label', l.label, 'url', l.url)
      ORDER BY strpos(coalesce(i.dedup_key, ''), l.ref) = 0, l.what, l.label), '[]')
    FROM issue_link l WHERE l.workspace_id = i.workspace_id AND l.issue_id = i.id AND NOT l.behind) AS links`;

export async function findIssue(scope: Scope, id: string): Promise<Issue | null> {
  const [row] = await reads(scope).$queryRaw<Issue[]>`
    SELECT ${issueColumns(scope.workspaceId)} FROM issue i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.id = ${id}::uuid`;
  return row ?? null;
}

export async function findIssues(scope: Scope, ids: readonly string[]): Promise<readonly Issue[]> {
  return await reads(scope).$queryRaw<Issue[]>`
    SELECT ${issueColumns(scope.workspaceId)} FROM issue i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.id = ANY(${ids}::uuid[])`;
}

export async function findByNumber(scope: Scope, number: number): Promise<Issue | null> {
  const [row] = await reads(scope).$queryRaw<Issue[]>`
    SELECT ${issueColumns(scope.workspaceId)} FROM issue i
    WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.number = ${number}`;
  return row ?? null;
}

/** The open issues that somebody owns or was asked to take, held, in the order of their ids. */
export async function holdOwned(tx: Tx, personId: string): Promise<readonly Issue[]> {
  const { workspaceId } = tx;
  const where = { workspaceId, OR: [{ ownerId: personId }, { askedId: personId }], resolvedAt: null };
  const open = await reads(tx).issue.findMany({ where, select: { id: true } });
  await holdRows(
    tx,
    issueTable,
    open.map(({ id }) => id),
  );
  return await reads(tx).$queryRaw<Issue[]>`
    SELECT ${issueColumns(tx.workspaceId)} FROM issue i
    WHERE i.workspace_id = ${tx.workspaceId}::uuid AND i.resolved_at IS NULL
      AND (i.owner_id = ${personId}::uuid OR i.asked_id = ${personId}::uuid)
    ORDER BY i.id`;
}

/** Open issues of these departments at these places, held. */
export async function holdPlaced(
  tx: Tx,
  at: readonly { readonly department: string; readonly from: string }[],
): Promise<readonly { id: string; department: string; place: string }[]> {
  const open = await reads(tx).issue.findMany({
    where: {
      workspaceId: tx.workspaceId,
      resolvedAt: null,
      OR: at.map(({ department, from }) => ({ department, place: from })),
    },
    select: { id: true, department: true, place: true },
  });
  await holdRows(
    tx,
    issueTable,
    open.map(({ id }) => id),
  );
  return open;
}

export async function placeIssues(tx: Tx, ids: readonly string[], place: string): Promise<void> {
  await writes(tx).issue.updateMany({
    where: { workspaceId: tx.workspaceId, id: { in: [...ids] } },
    data: { place },
  });
}

/** Moves a person's open issues, owned and reported, to another person. Returns their ids. */
export async function moveIssues(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly string[]> {
  const { workspaceId } = tx;
  const open = { workspaceId, resolvedAt: null };
  const select = { id: true };
  const { issue } = writes(tx);
  const owned = await issue.updateManyAndReturn({
    where: { ...open, ownerId: from },
    data: { ownerId: to },
    select,
  });
  const asked = await issue.updateManyAndReturn({
    where: { ...open, askedId: from },
    data: { askedId: to },
    select,
  });
  const reported = await issue.updateManyAndReturn({
    where: { ...open, reporterId: from },
    data: { reporterId: to },
    select,
  });
  return [...owned, ...asked, ...reported].map(({ id }) => id);
}

/** The open issues of these matters, by matter; those that have none are left out. */
export async function findMatters(
  scope: Scope,
  matters: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly number: number }>> {
  if (matters.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<{ matter: string; id: string; number: number }[]>`
    SELECT dedup_key AS matter, id, number FROM issue
    WHERE workspace_id = ${scope.workspaceId}::uuid AND dedup_key = ANY(${matters}::text[]) AND resolved_at IS NULL`;
  return new Map(rows.map(({ matter, ...issue }) => [matter, issue]));
}

/** The latest issue of each of these matters, open or not, among those that touch one of these things. */
export async function findLatest(
  scope: Scope,
  { what, refs }: { readonly what: string; readonly refs: readonly string[] },
  matters: readonly string[],
): Promise<ReadonlyMap<string, MatterState>> {
  if (matters.length === 0) return new Map();
  const rows = await reads(scope).$queryRaw<(MatterState & { matter: string })[]>`
    SELECT DISTINCT ON (dedup_key) dedup_key AS matter, number, resolved_at IS NULL AS "isOpen",
      resolution_code AS resolution, resolved_at AS "endedAt"
    FROM issue WHERE workspace_id = ${scope.workspaceId}::uuid AND dedup_key = ANY(${matters}::text[])
      AND id IN (
        SELECT issue_id FROM issue_link WHERE workspace_id = ${scope.workspaceId}::uuid AND what = ${what} AND ref = ANY(${refs}::text[]))
    ORDER BY dedup_key, number DESC`;
  return new Map(rows.map(({ matter, ...issue }) => [matter, issue]));
}

/** How the issue of a matter stands. */
export interface MatterState {
  readonly number: number;
  readonly isOpen: boolean;
  /** How and when it ended; null while it is open. */
  readonly resolution: string | null;
  readonly endedAt: Date | null;
}

/** The open issue of a matter, held. */
export async function holdMatter(tx: Tx, dedupKey: string): Promise<Issue | null> {
  const [row] = await writes(tx).$queryRaw<{ id: string }[]>`
    SELECT id FROM issue WHERE workspace_id = ${tx.workspaceId}::uuid AND dedup_key = ${dedupKey}
      AND resolved_at IS NULL FOR UPDATE`;
  return row ? await findIssue(tx, row.id) : null;
}

export type NewIssue = Pick<
  Issue,
  | 'id'
  | 'kind'
  | 'severity'
  | 'department'
  | 'title'
  | 'details'
  | 'source'
  | 'place'
  | 'dueAt'
  | 'createdAt'
  | 'connector'
> & { readonly reporterId: string | null; readonly dedupKey: string | null };

/** Null: another request has just raised the matter. */
export async function insertIssue(tx: Tx, issue: NewIssue): Promise<number | null> {
  const { workspaceId } = tx;
  const number = await nextNumber(tx, 'issue');
  const inserted = await writes(tx).$executeRaw`
    INSERT INTO issue (workspace_id, id, number, kind, severity, department, title, details, state, reporter_id, connector, source,
      place, dedup_key, due_at, created_at)
    VALUES (${workspaceId}::uuid, ${issue.id}::uuid, ${number}, ${issue.kind}, ${issue.severity}, ${issue.department},
      ${issue.title}, ${issue.details}, 'new', ${issue.reporterId}::uuid, ${issue.connector}, ${issue.source}, ${issue.place},
      ${issue.dedupKey}, ${issue.dueAt}, ${issue.createdAt})
    ON CONFLICT (workspace_id, dedup_key) WHERE (resolved_at IS NULL) DO NOTHING`;
  return inserted === 1 ? number : null;
}

/** Links that exist stay as they are. */
export async function insertLinks(tx: Tx, issueId: string, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await writes(tx).issueLink.createMany({
    data: links.map((link) => ({ ...link, workspaceId: tx.workspaceId, issueId })),
    skipDuplicates: true,
  });
}

export type IssueChange = Partial<
  Pick<
    Issue,
    | 'severity'
    | 'title'
    | 'details'
    | 'state'
    | 'promiseAt'
    | 'remindedAt'
    | 'snoozedUntil'
    | 'takenAt'
    | 'acknowledgedAt'
    | 'resolvedAt'
    | 'resolutionCode'
    | 'resolutionNote'
    | 'closedAt'
    | 'roomAskedAt'
    | 'room'
    | 'roomRefused'
  > & {
    readonly ownerId: string | null;
    readonly askedId: string | null;
    readonly askedById: string | null;
    readonly dedupKey: string | null;
    readonly copies: string[];
  }
>;

/** Nobody is asked any more. */
export function withoutAsking({ owner }: Pick<Issue, 'owner'>): IssueChange {
  return { askedId: null, askedById: null, ...(owner ? {} : { ownerId: null }) };
}

/** Changes an issue that is held. A change of state follows an arrow of its table. */
export async function updateIssue(
  tx: Tx,
  { id, state }: Pick<Issue, 'id' | 'state'>,
  change: IssueChange,
): Promise<void> {
  if (change.state) demandArrow(stateTable, state, change.state);
  const { workspaceId } = tx;
  await writes(tx).issue.update({ where: { workspaceId_id: { workspaceId, id }, state }, data: change });
}
