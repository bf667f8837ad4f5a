import { settingsOf } from '../../../src/features/orders/keeping/settings.ts';
import { type Folding, tellRows } from '../../../src/features/orders/keeping/tell.ts';
import type { ShipmentStatement } from '../../../src/features/shipments/telling/model.ts';
import { statementsOf } from '../scans/saying.ts';
import type { SeedPlan } from '../sql.ts';
import { carriedOrders, carriedParcels } from './carried.ts';
import { dockOf } from './dock.ts';
import { routineOrders } from './routine.ts';
import { pictureOrders, sentOrders } from './sent.ts';
import { heldOrders, lateOrders, oddOrders, waitingOrders } from './stories.ts';

/**
 * The orders on the dock and what was told of them in the days before the morning, as their sources would. Returns what
 * carriers have said of their parcels.
 */
export async function tellWeek(
  ctx: Pick<Folding, 'tx' | 'ids' | 'workspace'>,
  { morning }: SeedPlan,
): Promise<readonly ShipmentStatement[]> {
  const settings = await settingsOf({ scope: ctx.tx, workspace: ctx.workspace });
  const dock = await dockOf(ctx.tx, settings, morning);
  const parts = [
    routineOrders,
    pictureOrders,
    lateOrders,
    waitingOrders,
    heldOrders,
    oddOrders,
    sentOrders,
    carriedOrders,
  ];
  const statements = parts.flatMap((part) => part(dock));
  const { refused } = await tellRows({ ...ctx, now: morning }, statements, { settings });
  const [first] = refused;
  if (first) throw new Error(`Order ${first.statement.order.number} of the sample ${first.reason}.`);
  return carriedParcels(dock, statements).flatMap((one) => statementsOf(one, morning));
}
