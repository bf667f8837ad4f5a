import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { demandArrow } from '../../../core/tokens/states.ts';
import { nextNumber } from '../../../db/counter.ts';
import { reads, writes } from '../../../db/scope.ts';
import { type Source, type SourceKind, type SourceState, sourceSettings, sourceStates } from './model.ts';

/** Those that are not removed, in the order of their numbers. */
export async function listSources(scope: Scope): Promise<readonly Source[]> {
  const rows = await reads(scope).webhookSource.findMany({
    where: { workspaceId: scope.workspaceId, state: { not: 'removed' } },
    orderBy: { number: 'asc' },
    omit: { workspaceId: true, createdById: true },
  });
  return rows.map((row) => ({
    ...row,
    kind: row.kind as SourceKind,
    state: row.state as SourceState,
    settings: sourceSettings.parse(row.settings),
  }));
}

/** One at a time changes which sources there are. */
export async function lockSources(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('webhook sources ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) own`;
}

/** Adds it under the next number. */
export async function addSource(tx: Tx, source: Omit<Source, 'number'>, by: string | null): Promise<Source> {
  const numbered = { ...source, number: await nextNumber(tx, 'source') };
  await writes(tx).webhookSource.create({
    data: { ...numbered, workspaceId: tx.workspaceId, createdById: by },
  });
  return numbered;
}

/** What can change of a source beside its state. */
export type SourceChange = Partial<
  Pick<Source, 'name' | 'channel' | 'settings' | 'secretId' | 'previousSecretId' | 'previousUntil'>
>;

export async function updateSource(
  tx: Tx,
  { id, state }: Pick<Source, 'id' | 'state'>,
  change: SourceChange & { readonly state: SourceState },
): Promise<void> {
  demandArrow(sourceStates, state, change.state);
  await writes(tx).webhookSource.update({
    where: { workspaceId_id: { workspaceId: tx.workspaceId, id } },
    data: change,
  });
}
