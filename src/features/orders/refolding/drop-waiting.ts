import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { foldAgain } from '../keeping/fold-again-work.ts';
import { refoldPermission } from '../permissions.ts';
import { dropWaitingOfClosed } from './waiting-store.ts';

const atOnce = 5_000;
/** A catalogue may come after its orders: so long it still counts for closed ones, in any order of arrival. */
const keptMs = 30 * 86_400_000;

/**
 * Drops what waits for a SKU or a location that orders name which are long closed: a shop may sell for years what no
 * catalogue of ours will ever have. A step; answers whether there is more. Run by the system.
 */
export const dropWaiting = mutation({
  name: 'orders.drop-waiting',
  permission: refoldPermission,
  input: z.object({}),
  async run(ctx) {
    const before = new Date(ctx.now.getTime() - keptMs);
    const dropped = await dropWaitingOfClosed(ctx.tx, foldAgain.id, before, atOnce);
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    const changes = dropped > 0 ? [{ subject, before: null, after: { dropped } }] : [];
    return { result: { isMore: dropped === atOnce }, changes };
  },
});
