import { Prisma } from '../../../db/generated/client.ts';
import type { StoredOrder } from '../rules.ts';

/** All that a fold makes of an order's row, in the order of `toldOrders`. */
export const orderColumns = Prisma.sql`
    id, number, number_key, kind, channel, currency, customer_reference, ship_to_country, stage, placed_at, paid_at,
    allocated_at, picked_at, packed_at, labelled_at, handed_over_at, delivered_at, returned_at, cancelled_at, on_hold,
    ship_by, ship_by_source, ship_day, promised_by, promised_by_revised, promise_source, location_id, source, test,
    draft, digital, replacement_of, split_from, merged_into, ship_country, ship_region, ship_area, ship_zone,
    zone_source,    service, service_id, cancelled_by, total_minor, value_minor, open_minor, next_stop, next_stop_at, said_at,
    fold_version`;

/** The same as fields of a row. */
export const orderFields = Prisma.sql`
    id, number, number_key AS "numberKey", kind, channel, currency, customer_reference AS "customerReference",
    ship_to_country AS "shipToCountry", stage, placed_at AS "placedAt", paid_at AS "paidAt",
    allocated_at AS "allocatedAt", picked_at AS "pickedAt", packed_at AS "packedAt", labelled_at AS "labelledAt",
    handed_over_at AS "handedOverAt", delivered_at AS "deliveredAt", returned_at AS "returnedAt",
    cancelled_at AS "cancelledAt", on_hold AS "onHold", ship_by AS "shipBy", ship_by_source AS "shipBySource",
    ship_day::text AS "shipDay", promised_by AS "promisedBy", promised_by_revised AS "promisedByRevised",
    promise_source AS "promiseSource", location_id AS "locationId", source, test, draft, digital,
    replacement_of AS "replacementOf", split_from AS "splitFrom", merged_into AS "mergedInto",
    ship_country AS "shipCountry", ship_region AS "shipRegion", ship_area AS "shipArea", ship_zone AS "shipZone", zone_source AS "zoneSource",
    service, service_id AS "serviceId", cancelled_by AS "cancelledBy", total_minor AS "totalMinor",
    value_minor AS "valueMinor", open_minor AS "openMinor", next_stop AS "nextStop", next_stop_at AS "nextStopAt",
    said_at AS "saidAt", fold_version AS "foldVersion"`;

/** The rows as a table of SQL. */
export function toldOrders(rows: readonly StoredOrder[]): Prisma.Sql {
  return Prisma.sql`UNNEST(
      ${rows.map((o) => o.id)}::uuid[], ${rows.map((o) => o.number)}::text[], ${rows.map((o) => o.numberKey)}::text[],
      ${rows.map((o) => o.kind)}::text[], ${rows.map((o) => o.channel)}::text[],
      ${rows.map((o) => o.currency)}::text[], ${rows.map((o) => o.customerReference)}::text[],
      ${rows.map((o) => o.shipToCountry)}::text[], ${rows.map((o) => o.stage)}::text[],
      ${rows.map((o) => o.placedAt)}::timestamptz[], ${rows.map((o) => o.paidAt)}::timestamptz[],
      ${rows.map((o) => o.allocatedAt)}::timestamptz[], ${rows.map((o) => o.pickedAt)}::timestamptz[],
      ${rows.map((o) => o.packedAt)}::timestamptz[], ${rows.map((o) => o.labelledAt)}::timestamptz[],
      ${rows.map((o) => o.handedOverAt)}::timestamptz[], ${rows.map((o) => o.deliveredAt)}::timestamptz[],
      ${rows.map((o) => o.returnedAt)}::timestamptz[], ${rows.map((o) => o.cancelledAt)}::timestamptz[],
      ${rows.map((o) => o.onHold)}::boolean[], ${rows.map((o) => o.shipBy)}::timestamptz[],
      ${rows.map((o) => o.shipBySource)}::text[], ${rows.map((o) => o.shipDay)}::date[],
      ${rows.map((o) => o.promisedBy)}::timestamptz[], ${rows.map((o) => o.promisedByRevised)}::timestamptz[],
      ${rows.map((o) => o.promiseSource)}::text[], ${rows.map((o) => o.locationId)}::uuid[],
      ${rows.map((o) => o.source)}::text[], ${rows.map((o) => o.test)}::boolean[],
      ${rows.map((o) => o.draft)}::boolean[], ${rows.map((o) => o.digital)}::boolean[],
      ${rows.map((o) => o.replacementOf)}::uuid[], ${rows.map((o) => o.splitFrom)}::uuid[],
      ${rows.map((o) => o.mergedInto)}::uuid[], ${rows.map((o) => o.shipCountry)}::text[],
      ${rows.map((o) => o.shipRegion)}::text[], ${rows.map((o) => o.shipArea)}::text[],
      ${rows.map((o) => o.shipZone)}::text[],
      ${rows.map((o) => o.zoneSource)}::text[], ${rows.map((o) => o.service)}::text[],
      ${rows.map((o) => o.serviceId)}::uuid[], ${rows.map((o) => o.cancelledBy)}::text[],
      ${rows.map((o) => o.totalMinor)}::bigint[], ${rows.map((o) => o.valueMinor)}::bigint[],
      ${rows.map((o) => o.openMinor)}::bigint[], ${rows.map((o) => o.nextStop)}::text[],
      ${rows.map((o) => o.nextStopAt)}::timestamptz[], ${rows.map((o) => o.saidAt)}::timestamptz[],
      ${rows.map((o) => o.foldVersion)}::int[]) AS told (${orderColumns})`;
}
