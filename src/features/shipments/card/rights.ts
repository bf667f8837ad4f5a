import { type Actor, holds } from '../../../core/runtime/actor.ts';
import { correctShipments, updateShipments } from '../permissions.ts';
import type { Rights } from '../shipment/model.ts';

/** What somebody may do with a shipment. */
export function rightsOf(actor: Actor): Rights {
  return { update: holds(actor, updateShipments), correct: holds(actor, correctShipments) };
}
