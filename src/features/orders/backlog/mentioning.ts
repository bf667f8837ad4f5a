import { readerOf } from '../../../cases/reader.ts';
import type { Mentioner } from '../../../core/declare/mention.ts';
import { readOrders } from '../permissions.ts';
import { isWaitedFor, waitingFor } from './mention-store.ts';
import { mentionOf, type Waiting } from './mention-views.ts';

/** Names the open orders that wait for a SKU, on its card. */
export const mentioner: Mentioner<Waiting> = {
  permission: readOrders,
  has: isWaitedFor,
  tells: waitingFor,
  draw: (ctx, waiting, { id }) => mentionOf(waiting, id, readerOf(ctx)),
};
