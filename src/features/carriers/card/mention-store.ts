import type { Thing } from '../../../core/tokens/asking.ts';
import { Prisma } from '../../../db/generated/client.ts';

/** Whether anybody collects at a location, as SQL. Of anything else the id is none of ours. */
export function isCollected({ workspace, what, ref }: Thing): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${what} = 'location' THEN EXISTS (
    SELECT 1 FROM collection c WHERE c.workspace_id = ${workspace} AND c.location_id = (${ref})::uuid) ELSE false END`;
}

/** Its collections, the earliest cut-off first, as SQL. */
export function collectedBy(workspaceId: string, { what, ref }: Thing): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${what} = 'location' THEN (
    SELECT json_agg(t ORDER BY t."cutOff", t.carrier, t.service) FROM (
      SELECT r.name AS carrier, s.name AS service, c.weekdays, c.cut_off AS "cutOff", c.valid_from::text AS "validFrom",
        c.valid_to::text AS "validTo"
      FROM collection c
      JOIN carrier r ON r.workspace_id = c.workspace_id AND r.id = c.carrier_id
      LEFT JOIN carrier_service s ON s.workspace_id = c.workspace_id AND s.id = c.service_id
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.location_id = (${ref})::uuid
    ) t) END`;
}
