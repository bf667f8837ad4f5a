import type { Tx } from '../../src/core/runtime/database.ts';
import { Prisma } from '../../src/db/generated/client.ts';
import { writes } from '../../src/db/scope.ts';
import { idOf, type SeedPlan } from './sql.ts';

/** Code, name and where it shows a parcel; PostNL asks for the postcode beside the number. */
const carriers = [
  ['DHL', 'DHL', 'https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode={number}'],
  ['POSTNL', 'PostNL', null],
  ['UPS', 'UPS', 'https://www.ups.com/track?tracknum={number}'],
] as const;

/** Carrier, code and name. */
const services = [
  ['DHL', 'EXPRESS', 'Express'],
  ['DHL', 'PAKET', 'Paket'],
  ['POSTNL', 'PAKKET', 'Pakket'],
  ['UPS', 'GROUND', 'Ground'],
] as const;

/** Location and carrier, from Monday to Friday: cut-off and pick-up there. Amazon sends what lies with Amazon. */
const collections = [
  ['HAM', 'DHL', '16:00', '16:30'],
  ['ROT', 'POSTNL', '17:00', '17:15'],
  ['NYC', 'UPS', '15:30', '16:00'],
] as const;

/** Who fetches the shop's parcels, and when. On the first Monday to come, Hamburg's truck is early. */
export async function seedCarriers(tx: Tx, { until }: SeedPlan): Promise<void> {
  const client = writes(tx);
  const { workspaceId } = tx;
  const carrierId = idOf(workspaceId, Prisma.sql`'carrier:' || carrier`);
  const collectionId = idOf(workspaceId, Prisma.sql`'collection:' || location || ':' || carrier`);
  await client.$executeRaw`
    INSERT INTO carrier (workspace_id, id, code, name, tracking_url)
    SELECT ${workspaceId}::uuid, ${carrierId}, carrier, name, tracking_url
    FROM UNNEST(${carriers.map(([code]) => code)}::text[], ${carriers.map(([, name]) => name)}::text[],
      ${carriers.map(([, , url]) => url)}::text[]) AS c (carrier, name, tracking_url)`;
  await client.$executeRaw`
    INSERT INTO carrier_service (workspace_id, id, carrier_id, code, name)
    SELECT ${workspaceId}::uuid, ${idOf(workspaceId, Prisma.sql`'service:' || carrier || ':' || code`)}, ${carrierId}, code, name
    FROM UNNEST(${services.map(([carrier]) => carrier)}::text[], ${services.map(([, code]) => code)}::text[],
      ${services.map(([, , name]) => name)}::text[]) AS s (carrier, code, name)`;
  await client.$executeRaw`
    INSERT INTO collection (workspace_id, id, location_id, carrier_id, weekdays, cut_off, pick_up, late_margin_min)
    SELECT ${workspaceId}::uuid, ${collectionId}, l.id, ${carrierId}, '{1,2,3,4,5}', cut_off, pick_up, 15
    FROM UNNEST(${collections.map(([location]) => location)}::text[], ${collections.map(([, carrier]) => carrier)}::text[],
      ${collections.map(([, , cutOff]) => cutOff)}::text[], ${collections.map(([, , , pickUp]) => pickUp)}::text[])
      AS c (location, carrier, cut_off, pick_up)
    JOIN location l ON l.workspace_id = ${workspaceId}::uuid AND l.code = location`;
  await client.$executeRaw`
    INSERT INTO collection_exception (workspace_id, collection_id, "on", cut_off, pick_up, why)
    SELECT ${workspaceId}::uuid, ${collectionId}, date_trunc('week', ${until}::date)::date + 7, '14:00', '14:20', 'depot closes early'
    FROM (VALUES ('HAM', 'DHL')) AS c (location, carrier)`;
}
