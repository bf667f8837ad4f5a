import type { Tx } from '../../../core/runtime/database.ts';
import { Prisma } from '../../../db/generated/client.ts';
import { writes } from '../../../db/scope.ts';

interface Shown {
  readonly parcels: number;
  readonly open: number;
  /** Null: it is over. */
  readonly endedAt: Date | null;
}

/** What the card of a burst shows now. */
export async function showBurst(tx: Tx, id: string, shown: Shown): Promise<void> {
  await show(tx, Prisma.sql`lane_burst`, id, shown, Prisma.empty);
}

/** What the card of a disruption shows now. */
export async function showDisruption(
  tx: Tx,
  id: string,
  { exposed, ...shown }: Shown & { readonly exposed: number },
): Promise<void> {
  await show(tx, Prisma.sql`disruption`, id, shown, Prisma.sql`, exposed = ${exposed}`);
}

async function show(tx: Tx, table: Prisma.Sql, id: string, shown: Shown, more: Prisma.Sql): Promise<void> {
  const { parcels, open, endedAt } = shown;
  await writes(tx).$executeRaw`
    UPDATE ${table} SET parcels = ${parcels}, open = ${open}, ended_at = ${endedAt}::timestamptz ${more}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}::uuid`;
}
