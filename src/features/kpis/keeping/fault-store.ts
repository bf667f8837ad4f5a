import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Fault } from './model.ts';

/** The subjects whose facts could not be made, the last one first. */
export async function faultsIn(scope: Scope): Promise<readonly Fault[]> {
  const { workspaceId } = scope;
  return await reads(scope).factFault.findMany({
    where: { workspaceId },
    omit: { workspaceId: true },
    orderBy: [{ failedAt: 'desc' }, { subject: 'asc' }],
  });
}

export async function keepFault(tx: Tx, { family, subject, ...fault }: Fault): Promise<void> {
  const key = { workspaceId: tx.workspaceId, family, subject };
  await writes(tx).factFault.upsert({
    where: { workspaceId_family_subject: key },
    create: { ...key, ...fault },
    update: fault,
  });
}

export async function dropFault(tx: Tx, family: string, subject: string): Promise<void> {
  await writes(tx).factFault.deleteMany({ where: { workspaceId: tx.workspaceId, family, subject } });
}

/** Takes subjects off the list of notes that could not be made: whatever changed may have made them whole, so they are tried soon. */
export async function hurryNoted(tx: Tx, family: string, soon: Date): Promise<void> {
  await writes(tx).$executeRaw`
    WITH noted AS (
      DELETE FROM fact_change c USING fact_fault f
      WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.family = ${family} AND f.workspace_id = ${tx.workspaceId}::uuid
        AND f.family = c.family AND f.subject = c.subject
      RETURNING c.subject
    )
    UPDATE fact_fault f SET retry_at = least(f.retry_at, ${soon}) FROM noted
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.family = ${family} AND f.subject = noted.subject`;
}
