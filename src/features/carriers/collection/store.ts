import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { Collection, CollectionException } from './model.ts';

/** Those of these locations, with all their exceptions; null: of all. A shop has some dozens. */
export async function listCollections(
  scope: Scope,
  locationIds: readonly string[] | null,
): Promise<readonly Collection[]> {
  const rows = await reads(scope).collection.findMany({
    where: {
      workspaceId: scope.workspaceId,
      ...(locationIds && { locationId: { in: [...locationIds] } }),
    },
    orderBy: [{ cutOff: 'asc' }, { id: 'asc' }],
    omit: { workspaceId: true },
    include: {
      exceptions: {
        orderBy: { on: 'asc' },
        select: { on: true, cutOff: true, pickUp: true, why: true },
      },
    },
  });
  return rows.map((row) => ({
    ...row,
    validFrom: row.validFrom && dayOf(row.validFrom),
    validTo: row.validTo && dayOf(row.validTo),
    exceptions: row.exceptions.map((one) => ({ ...one, on: dayOf(one.on) })),
  }));
}

/** New ones are added, known ones (by id) changed. Their exceptions stay. */
export async function writeCollections(
  tx: Tx,
  rows: readonly Omit<Collection, 'exceptions'>[],
): Promise<void> {
  await writes(tx).$executeRaw`
    INSERT INTO collection (workspace_id, id, location_id, carrier_id, service_id, weekdays, cut_off, pick_up,
      late_margin_min, valid_from, valid_to)
    SELECT ${tx.workspaceId}::uuid, id, location, carrier, service, string_to_array(days, ',')::int[], cut_off, pick_up,
      margin, valid_from::date, valid_to::date
    FROM UNNEST(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ locationId }) => locationId)}::uuid[],
      ${rows.map(({ carrierId }) => carrierId)}::uuid[], ${rows.map(({ serviceId }) => serviceId)}::uuid[],
      ${rows.map(({ weekdays }) => weekdays.join(','))}::text[], ${rows.map(({ cutOff }) => cutOff)}::text[],
      ${rows.map(({ pickUp }) => pickUp)}::text[], ${rows.map(({ lateMarginMin }) => lateMarginMin)}::int[],
      ${rows.map(({ validFrom }) => validFrom)}::text[], ${rows.map(({ validTo }) => validTo)}::text[])
      AS r (id, location, carrier, service, days, cut_off, pick_up, margin, valid_from, valid_to)
    ON CONFLICT (workspace_id, id) DO UPDATE SET weekdays = EXCLUDED.weekdays, cut_off = EXCLUDED.cut_off,
      pick_up = EXCLUDED.pick_up, late_margin_min = EXCLUDED.late_margin_min, valid_from = EXCLUDED.valid_from,
      valid_to = EXCLUDED.valid_to`;
}

export async function putException(
  tx: Tx,
  collectionId: string,
  { on, ...times }: CollectionException,
): Promise<void> {
  const key = { workspaceId: tx.workspaceId, collectionId, on: new Date(on) };
  await writes(tx).collectionException.upsert({
    where: { workspaceId_collectionId_on: key },
    create: { ...key, ...times },
    update: times,
  });
}

export async function deleteException(tx: Tx, collectionId: string, on: string): Promise<void> {
  await writes(tx).collectionException.deleteMany({
    where: { workspaceId: tx.workspaceId, collectionId, on: new Date(on) },
  });
}

export async function analyzeCollections(tx: Tx): Promise<void> {
  await writes(tx).$executeRaw`ANALYZE collection`;
}

/** A date column comes as midnight UTC. */
const dayOf = (date: Date) => date.toISOString().slice(0, 10);
