import type { Tx } from '../../src/core/runtime/database.ts';
import { writes } from '../../src/db/scope.ts';
import { wantedBookings } from '../../src/features/orders/booking/rules.ts';
import { insertBookings } from '../../src/features/orders/booking/store.ts';
import { readOrders } from '../../src/features/orders/keeping/read.ts';

const atOnce = 1_000;

/**
 * The ledger of the sample has what its orders do to stock, a day's together: they are booked, by the rules that book
 * any order, so that later only what changes is.
 */
export async function seedBookings(tx: Tx): Promise<void> {
  const { workspaceId } = tx;
  const ids = await writes(tx).$queryRaw<{ id: string }[]>`
    SELECT id FROM "order" WHERE workspace_id = ${workspaceId}::uuid AND source = 'seed' ORDER BY number_key`;
  for (let n = 0; n < ids.length; n += atOnce) {
    const orders = await readOrders(
      tx,
      ids.slice(n, n + atOnce).map(({ id }) => id),
    );
    await insertBookings(
      tx,
      [...orders].flatMap(([orderId, { rows }]) => wantedBookings(rows).map((one) => ({ ...one, orderId }))),
    );
  }
  await writes(tx).$executeRaw`ANALYZE order_booking`;
}
