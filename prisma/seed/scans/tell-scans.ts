import { writes } from '../../../src/db/scope.ts';
import { analyzeShipments } from '../../../src/features/shipments/keeping/shipment-store.ts';
import { tell } from '../../../src/features/shipments/keeping/tell.ts';
import type { ShipmentStatement } from '../../../src/features/shipments/telling/model.ts';
import type { SeedPlan } from '../sql.ts';
import { scansOfYear } from './year.ts';

/** What carriers have said of parcels of the last weeks. Their orders know it already: they say the same of them. */
export async function seedScans(
  ctx: Pick<Parameters<typeof tell>[0], 'tx' | 'ids' | 'workspace'>,
  plan: SeedPlan,
  ofWeek: readonly ShipmentStatement[],
): Promise<void> {
  await writes(ctx.tx).$executeRaw`ANALYZE fulfilment, order_promise`;
  await tell({ ...ctx, now: plan.morning }, [...(await scansOfYear(ctx.tx, plan)), ...ofWeek]);
  await analyzeShipments(ctx.tx);
}
