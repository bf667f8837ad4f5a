import type { FoldedShipment } from '../fold/model.ts';
import { isCarried } from '../status/rules.ts';

export interface Mark {
  readonly what: 'handed_over' | 'delivered' | 'returned';
  readonly at: Date;
  /** Who told of the scan. */
  readonly source: string;
}

/**
 * What a shipment's order learns from its scans: it is handed over with the first scan of a carrier, delivered to the
 * customer, or it turned back. What a lead has taken back is none of it.
 */
export function marksOf({ events, handedOverAt, deliveredAt, status }: FoldedShipment): readonly Mark[] {
  const standing = events.filter((one) => ['counts', 'scan', 'unknown'].includes(one.standing));
  const isAt = (at: Date | null) => (one: { readonly at: Date }) => one.at.getTime() === at?.getTime();
  const found = {
    handed_over: standing.filter((one) => isCarried(one.status)).find(isAt(handedOverAt)),
    delivered: standing.filter((one) => one.status === 'delivered').find(isAt(deliveredAt)),
    returned:
      status === 'return_to_sender'
        ? standing.find((one) => one.standing === 'counts' && one.status === status)
        : undefined,
  } as const;
  return (['handed_over', 'delivered', 'returned'] as const).flatMap((what) => {
    const event = found[what];
    return event ? [{ what, at: event.at, source: event.source }] : [];
  });
}
