import { settingsOf } from '../../../src/features/orders/keeping/settings.ts';
import { type Folding, tellRows } from '../../../src/features/orders/keeping/tell.ts';
import type { SeedPlan } from '../sql.ts';
import { dockOf } from './dock.ts';
import { routineOrders } from './routine.ts';
import { pictureOrders, sentOrders } from './sent.ts';
import { heldOrders, lateOrders, oddOrders, waitingOrders } from './stories.ts';

/** The orders on the dock and what was told of them in the days before the morning, as their sources would. */
export async function tellWeek(
  ctx: Pick<Folding, 'tx' | 'ids' | 'workspace'>,
  { morning }: SeedPlan,
): Promise<void> {
  const settings = await settingsOf({ scope: ctx.tx, workspace: ctx.workspace });
  const dock = await dockOf(ctx.tx, settings, morning);
  const parts = [routineOrders, pictureOrders, lateOrders, waitingOrders, heldOrders, oddOrders, sentOrders];
  const { refused } = await tellRows(
    { ...ctx, now: morning },
    parts.flatMap((part) => part(dock)),
    { settings },
  );
  const [first] = refused;
  if (first) throw new Error(`Order ${first.statement.order.number} of the sample ${first.reason}.`);
}
