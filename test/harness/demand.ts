import type { PrismaClient } from '../../src/db/generated/client.ts';

interface DemandOfDay {
  readonly code: string;
  readonly day: string;
  readonly ordered: number;
  readonly cancelled: number;
  readonly shipped: number;
}

const shown = (rows: readonly DemandOfDay[]) =>
  rows.map(
    ({ code, day, ordered, cancelled, shipped }) => `${code} ${day} ${ordered}/${cancelled}/${shipped}`,
  );

/** What is kept of each day, as "MUG-01 2026-03-01 5/0/3": ordered, cancelled, shipped. */
export async function keptDemand(prisma: PrismaClient, workspaceId: string): Promise<readonly string[]> {
  return shown(
    await prisma.$queryRaw<DemandOfDay[]>`
      SELECT coalesce(s.code, 'gone') AS code, d.day::text, d.ordered::int, d.cancelled::int, d.shipped::int
      FROM sku_day d LEFT JOIN sku s ON s.workspace_id = d.workspace_id AND s.id = d.sku_id
      WHERE d.workspace_id = ${workspaceId}::uuid ORDER BY 1, 2`,
  );
}

/** The same, added up from the order lines there are. */
export async function foldedDemand(prisma: PrismaClient, workspaceId: string): Promise<readonly string[]> {
  return shown(
    await prisma.$queryRaw<DemandOfDay[]>`
      SELECT s.code, (l.placed_at AT TIME ZONE w.time_zone)::date::text AS day, sum(l.ordered)::int AS ordered,
        sum(l.cancelled)::int AS cancelled, sum(l.shipped)::int AS shipped
      FROM order_line l JOIN workspace w ON w.id = l.workspace_id
      JOIN sku s ON s.workspace_id = l.workspace_id AND s.id = l.sku_id
      WHERE l.workspace_id = ${workspaceId}::uuid AND l.counted GROUP BY 1, 2
      HAVING sum(l.ordered) + sum(l.cancelled) + sum(l.shipped) > 0 ORDER BY 1, 2`,
  );
}
