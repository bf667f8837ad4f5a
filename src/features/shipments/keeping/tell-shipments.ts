import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { tellShipmentsPermission } from '../permissions.ts';
import { shipmentStatement } from '../telling/model.ts';
import { effectsOf } from './effects.ts';
import { tell } from './tell.ts';

/**
 * Tells what somebody says of shipments: a webhook, a file, or a form. What came before and what comes later, twice or in
 * another order, ends in the same rows. Call it once for everything that is told in a transaction.
 */
export const tellShipments = mutation({
  name: 'shipments.tell',
  permission: tellShipmentsPermission,
  input: z.object({ statements: z.array(shipmentStatement) }),
  async run(ctx, { statements }) {
    const told = await tell(ctx, statements);
    const { plans, changed } = told;
    return {
      result: {
        /** Shipments that are others now, and how many events and words were new. */
        changed: changed.map(({ after }) => after.id),
        events: plans.reduce((sum, { fresh }) => sum + fresh.length, 0),
        words: plans.reduce((sum, { words }) => sum + words.length, 0),
      },
      ...effectsOf(told),
    };
  },
});
