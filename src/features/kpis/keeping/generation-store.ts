import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Generation } from './model.ts';

/** How far the families are; those whose facts nobody has begun to make are absent. */
export async function generationsOf(scope: Scope): Promise<readonly Generation[]> {
  const { workspaceId } = scope;
  return await reads(scope).factGeneration.findMany({
    where: { workspaceId },
    omit: { workspaceId: true },
    orderBy: { family: 'asc' },
  });
}

/** False: another process is making facts of the family. Lasts until the transaction ends. */
export async function takeFamily(tx: Tx, family: string): Promise<boolean> {
  const [taken] = await writes(tx).$queryRaw<{ ours: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`facts ${family} `}::text || own.workspace_id, 0)) AS ours
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
  return taken?.ours ?? false;
}

export async function keepGeneration(tx: Tx, { family, ...generation }: Generation): Promise<void> {
  const key = { workspaceId: tx.workspaceId, family };
  await writes(tx).factGeneration.upsert({
    where: { workspaceId_family: key },
    create: { ...key, ...generation },
    update: generation,
  });
}

/** Which of these families have subjects noted. */
export async function notedIn(scope: Scope, families: readonly string[]): Promise<readonly string[]> {
  const rows = await reads(scope).$queryRaw<{ family: string }[]>`
    SELECT f.family FROM UNNEST(${[...families]}::text[]) AS f (family)
    WHERE EXISTS (SELECT 1 FROM fact_change c WHERE c.workspace_id = ${scope.workspaceId}::uuid AND c.family = f.family)`;
  return rows.map(({ family }) => family);
}

export interface Note {
  readonly subject: string;
  readonly id: string;
}

/** Some of the subjects that were noted, in their order. */
export async function notedOf(tx: Tx, family: string, most: number): Promise<readonly Note[]> {
  return await reads(tx).factChange.findMany({
    where: { workspaceId: tx.workspaceId, family },
    select: { subject: true, id: true },
    orderBy: { subject: 'asc' },
    take: most,
  });
}

/** Takes notes away, unless their subjects were noted again since they were read. */
export async function dropNotes(tx: Tx, family: string, notes: readonly Note[]): Promise<void> {
  await writes(tx).$executeRaw`
    DELETE FROM fact_change f USING UNNEST(${notes.map(({ subject }) => subject)}::text[],
      ${notes.map(({ id }) => id)}::uuid[]) AS n (subject, id)
    WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.family = ${family} AND f.subject = n.subject AND f.id = n.id`;
}

/** Takes every note of a family off: what is noted from now on stays. */
export async function dropAllNotes(tx: Tx, family: string): Promise<void> {
  await writes(tx).$executeRaw`
    DELETE FROM fact_change WHERE workspace_id = ${tx.workspaceId}::uuid AND family = ${family}`;
}
