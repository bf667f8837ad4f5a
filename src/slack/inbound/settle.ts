import type { Delivery } from '../../core/runtime/delivery.ts';
import { settleAct } from '../../db/inbound/acts.ts';
import type { Parts } from '../app/services.ts';

/** Deletes what was kept of an effect for its answer, once the person has the answer. */
export async function settleDelivery(
  { ground, prisma, workspace }: Parts,
  delivery: Delivery,
): Promise<void> {
  const { source, key, progress } = delivery;
  if (progress.done) await settleAct(prisma, { workspaceId: workspace.id, source, key }, ground.clock.now());
}
