import type { Scope, Tx } from '../../../core/runtime/database.ts';
import type { Department } from '../../../core/tokens/departments.ts';
import type { JsonObject } from '../../../core/tokens/json.ts';
import type { Prisma } from '../../../db/generated/client.ts';
import { reads, writes } from '../../../db/scope.ts';
import { areAlike } from './alike-rules.ts';
import type { Issue } from './model.ts';
import { findIssue } from './store.ts';

/** How long two issues of the same words are taken for one, and a draft is kept. */
const alikeForMs = 24 * 3_600_000;
/** A department that raises more in a day has other troubles. */
const mostCompared = 500;

/** The open issue of a department that says the same in nearly the same words, raised within a day. */
export async function findAlike(
  scope: Scope,
  { title, department }: { readonly title: string; readonly department: Department },
  now: Date,
): Promise<Issue | null> {
  const since = new Date(now.getTime() - alikeForMs);
  const open = await reads(scope).issue.findMany({
    where: { workspaceId: scope.workspaceId, department, resolvedAt: null, createdAt: { gt: since } },
    select: { id: true, title: true },
    orderBy: { number: 'desc' },
    take: mostCompared,
  });
  const found = open.find((one) => areAlike(one.title, title));
  return found ? await findIssue(scope, found.id) : null;
}

/** Keeps what somebody wanted to raise, and forgets what nobody came back for. */
export async function insertDraft(
  tx: Tx,
  draft: { readonly id: string; readonly personId: string; readonly wish: JsonObject },
  now: Date,
): Promise<void> {
  const { workspaceId } = tx;
  const old = { lt: new Date(now.getTime() - alikeForMs) };
  await writes(tx).issueDraft.deleteMany({ where: { workspaceId, createdAt: old } });
  const wish = draft.wish as Prisma.InputJsonObject;
  await writes(tx).issueDraft.create({ data: { ...draft, wish, workspaceId, createdAt: now } });
}

/** A person's draft, which is no draft any more; null: it is gone. */
export async function takeDraft(
  tx: Tx,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<unknown> {
  const [row] = await writes(tx).$queryRaw<{ wish: unknown }[]>`
    DELETE FROM issue_draft WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid
      AND person_id = ${personId}::uuid RETURNING wish`;
  return row?.wish ?? null;
}
