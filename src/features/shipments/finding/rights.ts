import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { issuesAbout } from '../../issues/index.ts';
import { mattersOfTelling } from '../acting/model.ts';
import { correctShipments, updateShipments } from '../permissions.ts';
import type { Rights, ShipmentCard } from '../shipment/model.ts';
import { isSettled } from '../status/rules.ts';
import { getOwnWatch } from '../watching/watch.ts';

/** What the reader may do with a shipment, and who may what they may not. */
export async function rightsOf(
  ctx: Context,
  { id, status }: Pick<ShipmentCard, 'id' | 'status'>,
): Promise<Rights> {
  const { actor, engine, workspace } = ctx;
  const correct = holds(actor, correctShipments);
  const scope = engine.database.scope(workspace.id);
  return {
    update: holds(actor, updateShipments),
    correct,
    correctors: correct || !isSettled(status) ? [] : await engine.whoMay(scope, correctShipments),
    watchedIn: await getOwnWatch.call(ctx, { id }),
    asked:
      (await issuesAbout(scope, { what: 'shipment', refs: [id] }, mattersOfTelling)).get(id)?.isOpen ?? false,
  };
}
