import { z } from 'zod';
import { defineAction } from '../../../core/tokens/action.ts';

const shipment = z.object({ id: z.uuid() });

/** Shows one shipment's card in place of the list it was picked from. */
export const showShipment = defineAction({ id: 'shipments.show', version: 1, value: shipment });
/** A longer number has no button. */
export const longestChosen = 100;
/** Shows those that a number may mean, to pick from. */
export const chooseShipment = defineAction({
  id: 'shipments.choose',
  version: 1,
  value: z.object({ text: z.string().min(1).max(longestChosen) }),
});
/** Shows the card beside that of its order, and to whoever presses a card that stands where others read it. */
export const showBesideOrder = defineAction({ id: 'shipments.show-beside', version: 1, value: shipment });
/** Redraws the card as it is now. */
export const refreshShipment = defineAction({ id: 'shipments.refresh', version: 1, value: shipment });
/** Everything that happened to it, in time order. */
export const showTimeline = defineAction({ id: 'shipments.timeline', version: 1, value: shipment });
/** Posts a snapshot of the card for everybody in the channel. */
export const shareShipment = defineAction({ id: 'shipments.share', version: 1, value: shipment });
/** Redraws a shared snapshot for everybody. */
export const refreshShared = defineAction({
  id: 'shipments.refresh-shared',
  version: 1,
  /** Who shared it, a Slack user: it stays theirs, whoever refreshes it. */
  value: shipment.extend({ by: z.string().max(20).nullable() }),
});
/** Keeps a card of it up to date in the direct messages of the person who presses. */
export const watchShipment = defineAction({ id: 'shipments.watch', version: 1, value: shipment });
/** Ends the reader's own watch, in their direct messages. */
export const unwatchShipment = defineAction({ id: 'shipments.unwatch', version: 1, value: shipment });
export const stopWatch = defineAction({
  id: 'shipments.stop-watching',
  version: 1,
  value: shipment.extend({ place: z.string().max(20) }),
});

/** Opens the form in which somebody says what happened to it, or when it will come. */
export const openUpdate = defineAction({ id: 'shipments.update', version: 1, value: shipment });
/** Opens the form in which a lead says that it has not ended. */
export const openLift = defineAction({ id: 'shipments.lift', version: 1, value: shipment });
/** A lead says that it has ended, although its carrier has scanned it since. */
export const confirmEnd = defineAction({
  id: 'shipments.confirm-end',
  version: 1,
  /** Of how many events the reader's card was drawn. */
  value: shipment.extend({ events: z.number().int() }),
});
/** Shows what one can send to the customer. */
export const showCustomerText = defineAction({ id: 'shipments.customer-text', version: 1, value: shipment });
/** Asks customer service to tell the customer. */
export const askService = defineAction({ id: 'shipments.ask-service', version: 1, value: shipment });
