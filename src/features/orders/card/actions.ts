import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

const order = z.object({ id: z.uuid() });

/** Shows one order's card in place of the list it was picked from. */
export const showOrder = defineAction({ id: 'orders.show', version: 1, value: order });
/** Shows it to whoever presses a card that stands where others read it. */
export const showPrivately = defineAction({ id: 'orders.show-privately', version: 1, value: order });
/** Redraws the card as it is now. */
export const refreshOrder = defineAction({ id: 'orders.refresh', version: 1, value: order });
/** Everything that happened to it, in time order. */
export const showTimeline = defineAction({ id: 'orders.timeline', version: 1, value: order });
/** All its lines as a file. */
export const linesAsFile = defineAction({ id: 'orders.lines-file', version: 1, value: order });
/** Posts a snapshot of the card for everybody in the channel. */
export const shareOrder = defineAction({ id: 'orders.share', version: 1, value: order });
/** Redraws a shared snapshot for everybody. */
export const refreshShared = defineAction({
  id: 'orders.refresh-shared',
  version: 1,
  /** Who shared it, a Slack user: it stays theirs, whoever refreshes it. */
  value: order.extend({ by: z.string().max(20).nullable() }),
});
/** Keeps a card of it up to date in the direct messages of the person who presses. */
export const watchOrder = defineAction({ id: 'orders.watch', version: 1, value: order });
export const stopWatch = defineAction({
  id: 'orders.stop-watching',
  version: 1,
  value: order.extend({ place: z.string().max(20) }),
});
