import type { DeliveryState } from '../deliveries/model.ts';

/** What became of a delivery, on the screen and in files. */
export const deliveryWords: Readonly<Record<DeliveryState, string>> = {
  stored: 'not handled yet',
  parked: 'parked',
  failed: 'failed',
  ignored: 'ignored',
  done: 'done',
};

/** Completes "parked · …" and the like; null: nothing is to be said. */
export function whyWords(state: DeliveryState, reason: string | null): string | null {
  return reason !== null && state === 'parked' ? `waits for ${reason}` : reason;
}
