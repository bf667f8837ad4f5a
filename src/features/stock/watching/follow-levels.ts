import type { MutationContext } from '../../../core/runtime/context.ts';
import type { Tx } from '../../../core/runtime/database.ts';
import type { Notification } from '../../../core/tokens/notification.ts';
import { demandSince, statusOf, totalsOf } from '../card/rules.ts';
import { findCard } from '../card/store.ts';
import { crossing, watchCard } from './notifications.ts';
import { isCrossing, type WatchRow } from './rules.ts';
import { lockWatches, noteTold } from './store.ts';

/** What is to be said to those who watch SKUs whose levels changed in this transaction. */
export async function followLevels(
  tx: Tx,
  { now, ids }: Pick<MutationContext, 'now' | 'ids'>,
  skuIds: readonly string[],
): Promise<readonly Notification[]> {
  const watches = await lockWatches(tx, skuIds);
  const notifications: Notification[] = [];
  for (const [skuId, there] of bySku(watches)) {
    const card = await findCard(tx, skuId, demandSince(now));
    if (!card) continue;
    const after = statusOf(card);
    for (const watch of there) {
      const { place, toldStatus: before } = watch;
      notifications.push(watchCard.about(skuId, place, {}));
      if (before === after) continue;
      await noteTold(tx, watch, after);
      if (!isCrossing(before, after)) continue;
      const facts = { sku: skuId, before, after, available: totalsOf(card).available };
      const under = { kind: watchCard, subject: skuId };
      notifications.push(crossing.about(ids.uuid(now), place, facts, { under, broadcast: true }));
    }
  }
  return notifications;
}

function bySku(watches: readonly WatchRow[]): Map<string, WatchRow[]> {
  const map = new Map<string, WatchRow[]>();
  for (const watch of watches) map.set(watch.skuId, [...(map.get(watch.skuId) ?? []), watch]);
  return map;
}
