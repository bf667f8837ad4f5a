import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Carrier } from './model.ts';

/** All of them with their services, by code. */
export async function listCarriers(scope: Scope): Promise<readonly Carrier[]> {
  return await reads(scope).carrier.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: { code: 'asc' },
    select: {
      id: true,
      code: true,
      name: true,
      trackingUrl: true,
      services: { orderBy: { code: 'asc' }, select: { id: true, code: true, name: true } },
    },
  });
}

/** A known one keeps its id and takes what is said, an empty page as none; null: it keeps what it has, a new one is called by its code. */
export async function writeCarriers(
  tx: Tx,
  rows: readonly (Pick<Carrier, 'id' | 'code' | 'trackingUrl'> & { readonly name: string | null })[],
): Promise<void> {
  await writes(tx).$executeRaw`
    WITH told AS (
      SELECT * FROM UNNEST(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ code }) => code)}::text[],
        ${rows.map(({ name }) => name)}::text[], ${rows.map(({ trackingUrl }) => trackingUrl)}::text[])
        AS r (id, code, name, tracking_url)),
    kept AS (
      UPDATE carrier c SET name = coalesce(t.name, c.name), tracking_url = nullif(coalesce(t.tracking_url, c.tracking_url), '')
      FROM told t WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.code = t.code)
    INSERT INTO carrier (workspace_id, id, code, name, tracking_url)
    SELECT ${tx.workspaceId}::uuid, id, code, coalesce(name, code), nullif(tracking_url, '') FROM told
    ON CONFLICT (workspace_id, code) DO NOTHING`;
}

/** Services of carriers that are there, named by code. */
export async function writeServices(
  tx: Tx,
  rows: readonly {
    readonly id: string;
    readonly carrier: string;
    readonly code: string;
    readonly name: string;
  }[],
): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO carrier_service (workspace_id, id, carrier_id, code, name)
    SELECT ${tx.workspaceId}::uuid, r.id, c.id, r.code, r.name FROM UNNEST(${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ carrier }) => carrier)}::text[], ${rows.map(({ code }) => code)}::text[],
      ${rows.map(({ name }) => name)}::text[]) AS r (id, carrier, code, name)
    JOIN carrier c ON c.workspace_id = ${tx.workspaceId}::uuid AND c.code = r.carrier
    ON CONFLICT (workspace_id, carrier_id, code) DO UPDATE SET name = EXCLUDED.name`;
}

/** Makes changes of carriers and collections wait for one another. */
export async function lockCarriers(tx: Tx): Promise<void> {
  // $executeRaw: the function returns void, which Prisma cannot read.
  await writes(tx).$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('carriers ' || own.workspace_id, 0))
    FROM (SELECT ${tx.workspaceId}::uuid AS workspace_id) AS own`;
}

export async function analyzeCarriers(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE carrier, carrier_service`;
}
