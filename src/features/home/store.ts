import type { Scope, Tx } from '../../core/runtime/database.ts';
import { reads, writes } from '../../db/scope.ts';

/** Records that somebody opened it just now. */
export async function noteOpened(tx: Tx, slackUserId: string, now: Date, nextLookAt: Date): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).homeView.upsert({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
    create: { workspaceId, slackUserId, openedAt: now, nextLookAt },
    update: { openedAt: now, nextLookAt },
  });
}

interface Claiming {
  readonly openedSince: Date;
  readonly now: Date;
  readonly nextLookAt: Date;
  readonly most: number;
}

/** Claims the Homes that are due for a check; each goes to one caller only. */
export async function claimOpen(
  tx: Tx,
  { openedSince, now, nextLookAt, most }: Claiming,
): Promise<readonly string[]> {
  const rows = await writes(tx).$queryRaw<{ slackUserId: string }[]>`
    WITH mine AS (
      SELECT h.slack_user_id FROM home_view h
      WHERE h.workspace_id = ${tx.workspaceId}::uuid AND h.opened_at > ${openedSince} AND h.next_look_at <= ${now}
      ORDER BY h.next_look_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
    UPDATE home_view AS h SET next_look_at = ${nextLookAt} FROM mine
    WHERE h.workspace_id = ${tx.workspaceId}::uuid AND h.slack_user_id = mine.slack_user_id
    RETURNING h.slack_user_id AS "slackUserId"`;
  return rows.map(({ slackUserId }) => slackUserId);
}

export async function findOpenedAt(scope: Scope, slackUserId: string): Promise<Date | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).homeView.findUnique({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
    select: { openedAt: true },
  });
  return row?.openedAt ?? null;
}

/** The hash of the Home they see. */
export async function findFingerprint(scope: Scope, slackUserId: string): Promise<string | null> {
  const { workspaceId } = scope;
  const row = await reads(scope).homeView.findUnique({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
    select: { fingerprint: true },
  });
  return row?.fingerprint ?? null;
}

export async function noteShown(
  tx: Tx,
  slackUserId: string,
  readAt: Date,
  fingerprint: string,
): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).homeView.updateMany({
    // A Home read earlier but noted later is not the one they see.
    where: { workspaceId, slackUserId, OR: [{ shownAt: null }, { shownAt: { lte: readAt } }] },
    data: { shownAt: readAt, fingerprint },
  });
}
