import type { Scope, Tx } from '../../core/runtime/database.ts';
import { reads, writes } from '../scope.ts';

/** What a system outside calls something of ours. */
export interface ExternalKey {
  /** Whose id it is: a webhook source's id, or the origin of a file. */
  readonly source: string;
  /** What it is an id of, such as order, sku or location. */
  readonly kind: string;
  /** As the source writes it. */
  readonly externalId: string;
}

export interface ExternalRef extends ExternalKey {
  /** Ours. */
  readonly id: string;
}

/** Our ids by theirs. */
export interface Refs {
  idOf(key: ExternalKey): string | undefined;
}

/** Which of `keys` are known, in one statement. */
export async function refsOf(scope: Scope, keys: readonly ExternalKey[]): Promise<Refs> {
  if (keys.length === 0) return indexed([]);
  return indexed(
    await reads(scope).$queryRaw<ExternalRef[]>`
      SELECT r.source, r.kind, r.external_id AS "externalId", r.id
      FROM UNNEST(${keys.map((k) => k.source)}::text[], ${keys.map((k) => k.kind)}::text[],
        ${keys.map((k) => k.externalId)}::text[]) AS asked (source, kind, external_id)
      JOIN external_ref r ON r.workspace_id = ${scope.workspaceId}::uuid AND r.source = asked.source
        AND r.kind = asked.kind AND r.external_id = asked.external_id`,
  );
}

/** What these things of one kind are called outside, by everybody. */
export async function namesOf(
  scope: Scope,
  kind: string,
  ids: readonly string[],
): Promise<readonly ExternalRef[]> {
  if (ids.length === 0) return [];
  return await reads(scope).$queryRaw<ExternalRef[]>`
    SELECT source, kind, external_id AS "externalId", id FROM external_ref
    WHERE workspace_id = ${scope.workspaceId}::uuid AND kind = ${kind} AND id = ANY(${ids}::uuid[])
    ORDER BY source, external_id`;
}

/** What a source calls all our things of a kind of which it names few, such as locations. */
export async function refsOfKind(
  scope: Scope,
  { source, kind }: Omit<ExternalKey, 'externalId'>,
): Promise<readonly ExternalRef[]> {
  return await reads(scope).externalRef.findMany({
    where: { workspaceId: scope.workspaceId, source, kind },
    orderBy: { externalId: 'asc' },
    omit: { workspaceId: true },
  });
}

/**
 * Notes what things are called outside, and says what each is called in the end: who told it first is right, so that
 * two who bring one thing at a time agree on one id of ours.
 */
export async function keepRefs(tx: Tx, refs: readonly ExternalRef[]): Promise<Refs> {
  await write(tx, refs, 'first');
  return await refsOf(tx, refs);
}

/** As `keepRefs`, but the last word counts: for what a person has decided, such as which location is meant. */
export async function setRefs(tx: Tx, refs: readonly ExternalRef[]): Promise<void> {
  await write(tx, refs, 'last');
}

/** Forgets what these things are called. */
export async function dropRefs(tx: Tx, keys: readonly ExternalKey[]): Promise<void> {
  if (keys.length === 0) return;
  await writes(tx).$executeRaw`
    DELETE FROM external_ref r
    USING UNNEST(${keys.map((k) => k.source)}::text[], ${keys.map((k) => k.kind)}::text[],
      ${keys.map((k) => k.externalId)}::text[]) AS gone (source, kind, external_id)
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.source = gone.source AND r.kind = gone.kind
      AND r.external_id = gone.external_id`;
}

async function write(tx: Tx, refs: readonly ExternalRef[], wins: 'first' | 'last'): Promise<void> {
  if (refs.length === 0) return;
  // In one order: two who write the same refs must not wait for each other.
  const rows = [...new Map(refs.map((ref) => [textOf(ref), ref] as const))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const of = (field: keyof ExternalRef) => rows.map(([, ref]) => ref[field]);
  await writes(tx).$executeRaw`
    INSERT INTO external_ref (workspace_id, source, kind, external_id, id)
    SELECT ${tx.workspaceId}::uuid, source, kind, external_id, id
    FROM UNNEST(${of('source')}::text[], ${of('kind')}::text[], ${of('externalId')}::text[], ${of('id')}::uuid[])
      WITH ORDINALITY AS told (source, kind, external_id, id, place)
    ORDER BY place
    ON CONFLICT (workspace_id, source, kind, external_id) DO UPDATE SET id = excluded.id
      WHERE ${wins === 'last'} AND external_ref.id <> excluded.id`;
}

function indexed(refs: readonly ExternalRef[]): Refs {
  const ids = new Map(refs.map((ref) => [textOf(ref), ref.id]));
  return { idOf: (key) => ids.get(textOf(key)) };
}

/** No two keys give the same text. */
const textOf = ({ source, kind, externalId }: ExternalKey) => JSON.stringify([source, kind, externalId]);
