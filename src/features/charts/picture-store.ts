import type { Scope, Tx } from '../../core/runtime/database.ts';
import { reads, writes } from '../../db/scope.ts';

/** The file with this content, if it was uploaded since a moment. */
export async function findPicture(scope: Scope, contentHash: string, since: Date): Promise<string | null> {
  const row = await reads(scope).chartPicture.findFirst({
    where: { workspaceId: scope.workspaceId, contentHash, uploadedAt: { gt: since } },
    select: { slackFile: true },
  });
  return row?.slackFile ?? null;
}

/** Whether this request may draw and upload it now: nobody else does, and there is no file since that moment. */
export async function holdPicture(
  tx: Tx,
  {
    contentHash,
    by,
    until,
    now,
    since,
  }: {
    readonly contentHash: string;
    readonly by: string;
    readonly until: Date;
    readonly now: Date;
    readonly since: Date;
  },
): Promise<boolean> {
  const held = await writes(tx).$executeRaw`
    INSERT INTO chart_picture (workspace_id, content_hash, held_by, held_until)
    VALUES (${tx.workspaceId}::uuid, ${contentHash}, ${by}::uuid, ${until})
    ON CONFLICT (workspace_id, content_hash) DO UPDATE SET held_by = excluded.held_by, held_until = excluded.held_until
      WHERE (chart_picture.uploaded_at IS NULL OR chart_picture.uploaded_at <= ${since})
        AND (chart_picture.held_by IS NULL OR chart_picture.held_by = excluded.held_by
          OR chart_picture.held_until < ${now})`;
  return held === 1;
}

/** Before the requests that wait for it: whoever looks meanwhile waits here, and then finds the file. */
export async function noteUpload(
  tx: Tx,
  contentHash: string,
  slackFile: string | null,
  now: Date,
): Promise<void> {
  await writes(tx).chartPicture.updateMany({
    where: { workspaceId: tx.workspaceId, contentHash },
    data: { slackFile, uploadedAt: slackFile === null ? null : now, heldBy: null, heldUntil: null },
  });
}

/** Slack shows this file no longer. */
export async function forgetFile(tx: Tx, contentHash: string, slackFile: string): Promise<void> {
  await writes(tx).chartPicture.updateMany({
    where: { workspaceId: tx.workspaceId, contentHash, slackFile },
    data: { slackFile: null, uploadedAt: null },
  });
}

/** Slack's own charts. */
const block = 'data_visualization';

/** Whether Slack refused a chart of its own since a moment. */
export async function hasRefused(scope: Scope, since: Date): Promise<boolean> {
  const row = await reads(scope).blockRefusal.findUnique({
    where: { workspaceId_block: { workspaceId: scope.workspaceId, block } },
  });
  return row !== null && row.refusedAt > since;
}

export async function noteRefusal(tx: Tx, now: Date): Promise<void> {
  const { workspaceId } = tx;
  await writes(tx).blockRefusal.upsert({
    where: { workspaceId_block: { workspaceId, block } },
    create: { workspaceId, block, refusedAt: now },
    update: { refusedAt: now },
  });
}

/** Forgets pictures uploaded before a moment, and those that were never, some at a time. */
export async function forgetPictures(tx: Tx, before: Date, now: Date, atOnce: number): Promise<number> {
  return await writes(tx).$executeRaw`
    DELETE FROM chart_picture WHERE workspace_id = ${tx.workspaceId}::uuid AND content_hash IN (
      SELECT content_hash FROM chart_picture WHERE workspace_id = ${tx.workspaceId}::uuid
        AND coalesce(uploaded_at < ${before}, true) AND coalesce(held_until < ${now}, true)
      LIMIT ${atOnce})`;
}
