import type { Scope, SecretKey, Tx } from '../../core/runtime/database.ts';
import { reads, writes } from '../scope.ts';
import type { Sealed } from './box.ts';

export interface SealedRow extends SecretKey, Sealed {}

export async function findSealed(scope: Scope, { id, purpose }: SecretKey): Promise<SealedRow | null> {
  return await reads(scope).sealedSecret.findFirst({
    where: { workspaceId: scope.workspaceId, id, purpose },
    select: { id: true, purpose: true, keyId: true, sealed: true },
  });
}

/** A row of another purpose stays as it is: then nothing is kept. */
export async function putSealed(
  tx: Tx,
  { id, purpose, keyId, sealed }: SealedRow,
  now: Date,
): Promise<boolean> {
  const put = await writes(tx).$executeRaw`
    INSERT INTO sealed_secret (workspace_id, id, purpose, key_id, sealed, created_at)
    VALUES (${tx.workspaceId}::uuid, ${id}::uuid, ${purpose}, ${keyId}, ${sealed}, ${now})
    ON CONFLICT (workspace_id, id) DO UPDATE SET key_id = excluded.key_id, sealed = excluded.sealed, rotated_at = NULL,
      created_at = excluded.created_at WHERE sealed_secret.purpose = excluded.purpose`;
  return put === 1;
}

export async function deleteSealed(tx: Tx, { id, purpose }: SecretKey): Promise<void> {
  await writes(tx).sealedSecret.deleteMany({ where: { workspaceId: tx.workspaceId, id, purpose } });
}

/** Secrets that other keys sealed, after this id, in its order; locked until the transaction ends. */
export async function lockSealedByOthers(
  tx: Tx,
  { keyId, after, most }: { readonly keyId: string; readonly after: string; readonly most: number },
): Promise<readonly SealedRow[]> {
  return await writes(tx).$queryRaw<SealedRow[]>`
    SELECT id, purpose, key_id AS "keyId", sealed FROM sealed_secret
    WHERE workspace_id = ${tx.workspaceId}::uuid AND key_id <> ${keyId} AND id > ${after}::uuid
    ORDER BY id LIMIT ${most} FOR UPDATE`;
}

export async function reseal(tx: Tx, { id, keyId, sealed }: SealedRow, now: Date): Promise<void> {
  await writes(tx).sealedSecret.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id } },
    data: { keyId, sealed: Uint8Array.from(sealed), rotatedAt: now },
  });
}
