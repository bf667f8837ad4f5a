import type { Tx } from '../../src/core/runtime/database.ts';
import { writes } from '../../src/db/scope.ts';
import { wantedBookings } from '../../src/features/orders/booking/rules.ts';
import { insertBookings } from '../../src/features/orders/booking/store.ts';
import { linesOf } from '../../src/features/orders/keeping/line-store.ts';
import { storedOrders } from '../../src/features/orders/keeping/order-store.ts';
import { partsOf } from '../../src/features/orders/keeping/part-store.ts';

const atOnce = 1_000;
const none = { milestones: [], fulfilments: [], refunds: [] };

/**
 * The ledger of the sample has what its orders do to stock, a day's together: they are booked, by the rules that book
 * any order, so that later only what changes is.
 */
export async function seedBookings(tx: Tx): Promise<void> {
  const { workspaceId } = tx;
  const ids = await writes(tx).$queryRaw<{ id: string }[]>`
    SELECT id FROM "order" WHERE workspace_id = ${workspaceId}::uuid ORDER BY number_key`;
  for (let n = 0; n < ids.length; n += atOnce) {
    const some = ids.slice(n, n + atOnce).map(({ id }) => id);
    const lines = await linesOf(tx, some);
    const parts = await partsOf(tx, some);
    const booked = (await storedOrders(tx, some)).flatMap((order) => {
      const rows = { order, lines: lines.get(order.id) ?? [], ...(parts.get(order.id) ?? none) };
      return wantedBookings(rows).map((one) => ({ ...one, orderId: order.id }));
    });
    await insertBookings(tx, booked);
  }
  await writes(tx).$executeRaw`ANALYZE order_booking`;
}
