import type { Meant } from '../meaning/parcels.ts';

/** `unknown` and `error` say that EasyPost knows nothing: neither is a code that somebody here has to learn. */
const statuses: Readonly<Record<string, Meant['status']>> = {
  unknown: 'unknown',
  error: 'unknown',
  pre_transit: 'pending',
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  available_for_pickup: 'ready_for_pickup',
  delivered: 'delivered',
  return_to_sender: 'return_to_sender',
  failure: 'delivery_failed',
  cancelled: 'cancelled',
};

/** Whose fault it is, where a detail says so; and what a parcel is that is said to be in transit and is not getting on. */
const details: Readonly<
  Record<string, { readonly reason?: Meant['reason']; readonly halts?: Meant['status'] }>
> = {
  address_correction: { reason: 'consignee_address', halts: 'on_hold' },
  awaiting_information: { halts: 'on_hold' },
  damaged: { reason: 'carrier_damaged', halts: 'delivery_failed' },
  delayed: { halts: 'delayed' },
  delivery_exception: { halts: 'delivery_failed' },
  held: { halts: 'on_hold' },
  lost: { reason: 'carrier_lost', halts: 'delivery_failed' },
  missorted: { reason: 'carrier_missorted', halts: 'delayed' },
  received_at_origin_facility: { halts: 'picked_up' },
  refused: { reason: 'consignee_refused', halts: 'delivery_failed' },
  transit_exception: { halts: 'delayed' },
  weather_delay: { reason: 'weather_delay', halts: 'delayed' },
};

/** Null: nobody here knows the status. A detail that nobody knows says nothing. */
export function meantBy(status: string, detail: string | null | undefined): Meant | null {
  const known = Object.hasOwn(statuses, status) ? statuses[status] : undefined;
  if (known === undefined) return null;
  const more = detail && Object.hasOwn(details, detail) ? details[detail] : undefined;
  return {
    status: known === 'in_transit' || known === 'out_for_delivery' ? (more?.halts ?? known) : known,
    reason: more?.reason ?? null,
  };
}
